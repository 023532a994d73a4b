<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BatchText</name>
    <message>
        <source>Nothing read from the server names this value, so it cannot be compared.</source>
        <translation>从服务器读到的内容里没有这个值，无法比较。</translation>
    </message>
    <message>
        <source>Two rules in force have this condition; which one is meant is not clear.</source>
        <translation>有两条生效规则的条件相同，无法确定是哪一条。</translation>
    </message>
    <message>
        <source>The server counts more products than it lists, so absence proves nothing.</source>
        <translation>服务器计数多于所列商品，没列出并不代表没有。</translation>
    </message>
    <message>
        <source>The product is listed twice with different flags.</source>
        <translation>该商品列出两次，且标记不同。</translation>
    </message>
    <message>
        <source>The value on the server changed since the preview.</source>
        <translation>服务器上的值在预览之后发生了变化。</translation>
    </message>
    <message>
        <source>This is the last product of its range; the rule itself may go.</source>
        <translation>这是该范围的最后一种商品；规则本身可能随之消失。</translation>
    </message>
    <message>
        <source>The rule also belongs to other customers.</source>
        <translation>该规则也属于其他客户。</translation>
    </message>
    <message>
        <source>Accepted, but three readings did not show it.</source>
        <translation>已接受，但三次读取都没有看到。</translation>
    </message>
    <message>
        <source>Accepted, but the server holds another value now.</source>
        <translation>已接受，但服务器上现在是另一个值。</translation>
    </message>
    <message>
        <source>Refused together with other rows; which of them is at fault was not found.</source>
        <translation>与其他行一起被拒绝；没有找出是哪一行的问题。</translation>
    </message>
    <message>
        <source>The product cannot be found by this value in what was read.</source>
        <translation>在已读取的内容中无法用该值找到商品。</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>%1 did not get an answer. %2</source>
        <translation>%1 没有得到答复。%2</translation>
    </message>
    <message>
        <source>Check the address, the network and the proxy, then try again.</source>
        <translation>请检查地址、网络和代理，然后重试。</translation>
    </message>
    <message>
        <source>The server redirects %1 elsewhere (HTTP %2); this is not followed.</source>
        <translation>服务器把 %1 重定向到别处（HTTP %2）；不予跟随。</translation>
    </message>
    <message>
        <source>Use the address that the platform&apos;s admin pages show.</source>
        <translation>请使用平台管理后台显示的地址。</translation>
    </message>
    <message>
        <source>HTTP status %1.</source>
        <translation>HTTP 状态 %1。</translation>
    </message>
    <message>
        <source>The server&apos;s clock and this computer&apos;s differ by %1 seconds.</source>
        <translation>服务器与本机的时钟相差 %1 秒。</translation>
    </message>
    <message>
        <source>Check openid, key and the permissions of the key.</source>
        <translation>请检查 openid、密钥以及密钥的权限。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>%1, field %2: %3 %4</source>
        <translation>%1，字段 %2：%3 %4</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>This is a result file of an earlier import (column &quot;%1&quot;).</source>
        <translation>这是以前导入的结果文件（列“%1”）。</translation>
    </message>
    <message>
        <source>Import the file of refused rows instead, or ignore that column on purpose.</source>
        <translation>请改为导入失败明细文件，或明确忽略该列。</translation>
    </message>
    <message>
        <source>The headings are those of another kind of sheet: %1, not %2.</source>
        <translation>这些标题属于另一种表格：%1，而不是 %2。</translation>
    </message>
    <message>
        <source>Choose that kind, or remove the columns that do not belong.</source>
        <translation>请选择该类型，或删除不属于本类型的列。</translation>
    </message>
    <message>
        <source>No column names a condition of the range.</source>
        <translation>没有任何一列是范围条件。</translation>
    </message>
    <message>
        <source>No column names the customer.</source>
        <translation>没有任何一列指明客户。</translation>
    </message>
    <message>
        <source>Use headings such as dept_code, 部门编码 or Department code.</source>
        <translation>请使用 dept_code、部门编码或 Department code 这样的标题。</translation>
    </message>
    <message>
        <source>Use headings such as cm_code, 客户编码 or Customer code.</source>
        <translation>请使用 cm_code、客户编码或 Customer code 这样的标题。</translation>
    </message>
    <message>
        <source>No column names the product.</source>
        <translation>没有任何一列指明商品。</translation>
    </message>
    <message>
        <source>Use the heading product_code, 商品编码 or Product code.</source>
        <translation>请使用标题 product_code、商品编码或 Product code。</translation>
    </message>
    <message>
        <source>Line 1, column %1: the heading is empty, but cells below it are filled.</source>
        <translation>第 1 行第 %1 列：标题为空，但下面的单元格有内容。</translation>
    </message>
    <message>
        <source>Name the column, or empty it.</source>
        <translation>请给该列命名，或清空它。</translation>
    </message>
    <message>
        <source>Line 1, column %1: the heading &quot;%2&quot; is not known for %3.</source>
        <translation>第 1 行第 %1 列：%3 不认识标题“%2”。</translation>
    </message>
    <message>
        <source>Correct it, or ignore the column on purpose (--ignore-column).</source>
        <translation>请更正，或明确忽略该列（--ignore-column）。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is filled in %2 of %3 rows; in the others the condition is not part of the range.</source>
        <translation>列“%1”在 %3 行中只填写了 %2 行；其余行的范围不含该条件。</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>Some rules belong to several customers: changing them for one may change the others.</source>
        <translation>有些规则属于多家客户：改动一家可能影响其他家。</translation>
    </message>
    <message>
        <source>%1 rows remove the last products of their range or customer: the rule itself may go.</source>
        <translation>有 %1 行删除其范围或客户的最后一批商品：规则本身可能随之消失。</translation>
    </message>
</context>
<context>
    <name>CsvFileText</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place, or free some space.</source>
        <translation>请换一个位置，或腾出空间。</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message>
        <source>The data folder %1 cannot be written: %2</source>
        <translation>数据目录 %1 无法写入：%2</translation>
    </message>
    <message>
        <source>it cannot be made.</source>
        <translation>无法创建。</translation>
    </message>
    <message>
        <source>the lock file cannot be made.</source>
        <translation>无法创建锁文件。</translation>
    </message>
    <message>
        <source>The data folder %1 is in use by another instance (%2, process %3).</source>
        <translation>数据目录 %1 正被另一个程序使用（%2，进程 %3）。</translation>
    </message>
    <message>
        <source>Wait for it to end, close it, or choose another folder with --data-dir.</source>
        <translation>请等它结束、关闭它，或用 --data-dir 另选目录。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Free some space, give this user the right to write there, or choose another with --data-dir.</source>
        <translation>请腾出空间、授予当前用户写入权限，或用 --data-dir 另选目录。</translation>
    </message>
</context>
<context>
    <name>DatabaseText</name>
    <message>
        <source>The database %1 cannot be used: %2</source>
        <translation>数据库 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>Free some space, or check the rights of the folder, then try again.</source>
        <translation>请腾出空间或检查目录权限，然后重试。</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version of the program.</source>
        <translation>数据库 %1 由更新版本的程序写入。</translation>
    </message>
    <message>
        <source>Update the program, or choose another data folder.</source>
        <translation>请更新程序，或另选数据目录。</translation>
    </message>
</context>
<context>
    <name>DecodeText</name>
    <message>
        <source>it answers another request (msg_id differs).</source>
        <translation>它答复的是另一个请求（msg_id 不同）。</translation>
    </message>
</context>
<context>
    <name>EncodingText</name>
    <message>
        <source>The file is not text in %1 (line %2).</source>
        <translation>文件不是 %1 编码的文本（第 %2 行）。</translation>
    </message>
    <message>
        <source>Choose another encoding, or save the sheet as CSV UTF-8.</source>
        <translation>请选择其他编码，或把表格另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>This system cannot read GB18030 files.</source>
        <translation>本系统无法读取 GB18030 文件。</translation>
    </message>
    <message>
        <source>Save the sheet as CSV UTF-8.</source>
        <translation>请把表格另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>The file is text neither in UTF-8 nor in GB18030 (line %1).</source>
        <translation>文件既不是 UTF-8 也不是 GB18030 文本（第 %1 行）。</translation>
    </message>
    <message>
        <source>Choose the encoding, or save the sheet as CSV UTF-8.</source>
        <translation>请选择编码，或把表格另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>Unknown encoding &quot;%1&quot;.</source>
        <translation>未知编码“%1”。</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>请使用：%1。</translation>
    </message>
    <message>
        <source>The file holds NUL bytes (line %1): it is not a text file.</source>
        <translation>文件含有 NUL 字节（第 %1 行）：不是文本文件。</translation>
    </message>
</context>
<context>
    <name>EnvelopeText</name>
    <message>
        <source>The reply to %1 cannot be used: %2</source>
        <translation>%1 的答复无法使用：%2</translation>
    </message>
    <message>
        <source>It was empty. Check the server address.</source>
        <translation>内容为空。请检查服务器地址。</translation>
    </message>
    <message>
        <source>It begins: %1</source>
        <translation>其开头为：%1</translation>
    </message>
    <message>
        <source>it is not a complete JSON object in UTF-8.</source>
        <translation>它不是完整的 UTF-8 JSON 对象。</translation>
    </message>
    <message>
        <source>it has no return_code.</source>
        <translation>其中没有 return_code。</translation>
    </message>
    <message>
        <source>its response_data is not the documented list.</source>
        <translation>其中的 response_data 不是文档所述的列表。</translation>
    </message>
    <message>
        <source>The server refused %1 (code %2): %3</source>
        <translation>服务器拒绝了 %1（代码 %2）：%3</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The server did not begin to answer in time.</source>
        <translation>服务器没有及时开始答复。</translation>
    </message>
    <message>
        <source>The server did not accept the connection in time.</source>
        <translation>服务器没有及时接受连接。</translation>
    </message>
    <message>
        <source>The server did not finish its answer in time.</source>
        <translation>服务器没有及时答复完毕。</translation>
    </message>
    <message>
        <source>The answer is larger than the limit of %1.</source>
        <translation>答复超过了 %1 的上限。</translation>
    </message>
    <message>
        <source>The server name was not found.</source>
        <translation>找不到服务器名称。</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>服务器拒绝了连接。</translation>
    </message>
    <message>
        <source>The secure connection was refused (certificate or TLS version): %1</source>
        <translation>安全连接被拒绝（证书或 TLS 版本）：%1</translation>
    </message>
    <message>
        <source>The connection was closed before the answer.</source>
        <translation>连接在答复之前被关闭。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The network reported error %1.</source>
        <translation>网络报告错误 %1。</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The job is kept; write its report with: jobs report %1 --report FILE</source>
        <translation>任务已保留；可重新导出报告：jobs report %1 --report 文件</translation>
    </message>
    <message>
        <source>The report would overwrite the sheet %1.</source>
        <translation>报告会覆盖表格 %1。</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>请换一个文件名。</translation>
    </message>
    <message>
        <source>--report and --refused name the same file.</source>
        <translation>--report 与 --refused 是同一个文件。</translation>
    </message>
    <message>
        <source>Give two names.</source>
        <translation>请给出两个文件名。</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>The kept copy of the rows of job %1 is damaged.</source>
        <translation>任务 %1 保存的行副本已损坏。</translation>
    </message>
    <message>
        <source>Import the sheet again; rows that the server holds already are left unchanged.</source>
        <translation>请重新导入表格；服务器上已有的行不会再改动。</translation>
    </message>
    <message>
        <source>%1 was changed after it was checked.</source>
        <translation>%1 在校验之后被改动过。</translation>
    </message>
    <message>
        <source>Check it again. Nothing was sent.</source>
        <translation>请重新校验。没有发送任何内容。</translation>
    </message>
    <message>
        <source>Job %1 belongs to another server or company: %2.</source>
        <translation>任务 %1 属于另一服务器或企业：%2。</translation>
    </message>
    <message>
        <source>Resume it with that connection. Nothing was sent.</source>
        <translation>请用原来的连接继续。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The fate of a request could not be settled; rows behind it were not sent.</source>
        <translation>有一个请求的结果无法确认；排在其后的行没有发送。</translation>
    </message>
    <message>
        <source>Resume it later with: jobs resume %1</source>
        <translation>稍后继续：jobs resume %1</translation>
    </message>
    <message>
        <source>Nothing was sent, because some rows are refused. Correct them and import the sheet again.</source>
        <translation>有行未通过，因此没有发送任何内容。请更正后重新导入。</translation>
    </message>
    <message>
        <source>Stopped at the first rejection. Import the sheet again for the rows that were not sent.</source>
        <translation>已在第一次服务器拒绝时停止。未发送的行请重新导入表格。</translation>
    </message>
</context>
<context>
    <name>JobsText</name>
    <message>
        <source>%1  %2  %3  %4  verified %5 of %6 planned rows, read %7</source>
        <translation>%1  %2  %3  %4  计划 %6 行，核对一致 %5 行，读入 %7 行</translation>
    </message>
    <message>
        <source>A damaged journal was set aside as %1. Jobs that can still be read in it: %2.</source>
        <translation>损坏的任务日志已另存为 %1。其中仍可读出的任务：%2 个。</translation>
    </message>
    <message>
        <source>There are no jobs yet.</source>
        <translation>还没有任务。</translation>
    </message>
    <message>
        <source>There is no job %1.</source>
        <translation>没有任务 %1。</translation>
    </message>
    <message>
        <source>The command jobs lists them.</source>
        <translation>命令 jobs 会列出它们。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Job %1 is over: %2.</source>
        <translation>任务 %1 已结束：%2。</translation>
    </message>
    <message>
        <source>There is nothing to resume.</source>
        <translation>没有可以继续的内容。</translation>
    </message>
    <message>
        <source>Write jobs, jobs show ID, jobs resume ID or jobs report ID.</source>
        <translation>请写 jobs、jobs show ID、jobs resume ID 或 jobs report ID。</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>KindText</name>
    <message>
        <source>Unknown kind of sheet &quot;%1&quot;.</source>
        <translation>未知的表格类型“%1”。</translation>
    </message>
    <message>
        <source>Use range-products or customer-products.</source>
        <translation>请使用 range-products 或 customer-products。</translation>
    </message>
</context>
<context>
    <name>OptionText</name>
    <message>
        <source>Reads and changes sale ranges and campaigns.

Commands:
  campaigns        query campaigns
  dimensions       query the enabled sale-range dimensions
  rules            query sale-range rules
  customer-rules   query the rules of customers
  import FILE      check, preview or apply a sheet
  jobs             list jobs; jobs show|resume|report ID

The key stands in the environment variable RANGEDESK_APPKEY.
Exit codes: 0 all done; 1 some rows refused, failed or unknown; 2 bad usage or unreadable input;
3 no connection or refused credentials; 4 interrupted and resumable.</source>
        <translation>查询和修改可售范围与活动。

命令：
  campaigns        查询活动
  dimensions       查询已启用的可售范围维度
  rules            查询可售范围规则
  customer-rules   查询客户的规则
  import 文件      校验、预览或执行一张表格
  jobs             任务列表；jobs show|resume|report 编号

密钥放在环境变量 RANGEDESK_APPKEY 中。
退出码：0 全部完成；1 有行未通过、失败或未知；2 用法错误或文件不可读；
3 无法连接或凭证被拒绝；4 已中断，可继续。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Use the built-in demo server; its changes are kept in the data folder.</source>
        <translation>使用内置演示服务器；其改动保存在数据目录中。</translation>
    </message>
    <message>
        <source>Address of the server.</source>
        <translation>服务器地址。</translation>
    </message>
    <message>
        <source>The company&apos;s openid.</source>
        <translation>企业的 openid。</translation>
    </message>
    <message>
        <source>Folder for jobs and the journal.</source>
        <translation>存放任务与日志的目录。</translation>
    </message>
    <message>
        <source>Print one JSON object.</source>
        <translation>输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Language of the messages.</source>
        <translation>提示信息的语言。</translation>
    </message>
    <message>
        <source>Requests in flight (default 6).</source>
        <translation>同时进行的请求数（默认 6）。</translation>
    </message>
    <message>
        <source>Requests a second (default 10); 0 for no limit.</source>
        <translation>每秒请求数（默认 10）；0 表示不限。</translation>
    </message>
    <message>
        <source>Products a request (default 200).</source>
        <translation>每个请求的商品数（默认 200）。</translation>
    </message>
    <message>
        <source>Kind of the sheet: range-products or customer-products.</source>
        <translation>表格类型：range-products 或 customer-products。</translation>
    </message>
    <message>
        <source>upsert (default), delete, or per-row.</source>
        <translation>upsert(默认)、delete 或 per-row。</translation>
    </message>
    <message>
        <source>auto (default), utf-8, gb18030, utf-16le, utf-16be.</source>
        <translation>auto(默认)、utf-8、gb18030、utf-16le、utf-16be。</translation>
    </message>
    <message>
        <source>One character, or tab; recognised by default.</source>
        <translation>一个字符或 tab；默认自动识别。</translation>
    </message>
    <message>
        <source>Only check the sheet; no key and no connection needed.</source>
        <translation>只校验表格；不需要密钥和网络。</translation>
    </message>
    <message>
        <source>Check and preview; send nothing.</source>
        <translation>校验并预览，不发送。</translation>
    </message>
    <message>
        <source>Check, preview, send and verify.</source>
        <translation>校验、预览、发送并核对。</translation>
    </message>
    <message>
        <source>Write the outcome of every row as CSV.</source>
        <translation>把每一行的结果写成 CSV。</translation>
    </message>
    <message>
        <source>Write the refused rows as CSV, to correct and import again.</source>
        <translation>把未通过的行写成 CSV，更正后可再次导入。</translation>
    </message>
    <message>
        <source>Ignore a column on purpose; may be given again.</source>
        <translation>明确忽略一列；可多次给出。</translation>
    </message>
    <message>
        <source>Send nothing if any row is refused; stop at the first rejection.</source>
        <translation>只要有一行未通过就什么都不发送；遇到第一次服务器拒绝即停止。</translation>
    </message>
    <message>
        <source>Filter of the query commands.</source>
        <translation>查询命令的筛选项。</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>要做什么。</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>未知命令“%1”。</translation>
    </message>
    <message>
        <source>See rangedesk-cli --help.</source>
        <translation>请看 rangedesk-cli --help。</translation>
    </message>
    <message>
        <source>--demo goes without --base-url and --openid.</source>
        <translation>--demo 不与 --base-url、--openid 同用。</translation>
    </message>
    <message>
        <source>--in-flight, --rate and --products-per-request take numbers.</source>
        <translation>--in-flight、--rate 和 --products-per-request 需要数字。</translation>
    </message>
    <message>
        <source>%1 has no filter %2.</source>
        <translation>%1 没有筛选项 %2。</translation>
    </message>
    <message>
        <source>import takes one file.</source>
        <translation>import 需要一个文件。</translation>
    </message>
    <message>
        <source>import takes exactly one of --check, --dry-run and --apply.</source>
        <translation>import 必须且只能给出 --check、--dry-run、--apply 之一。</translation>
    </message>
    <message>
        <source>import needs --kind.</source>
        <translation>import 需要 --kind。</translation>
    </message>
    <message>
        <source>--operation takes upsert, delete or per-row.</source>
        <translation>--operation 只接受 upsert、delete 或 per-row。</translation>
    </message>
    <message>
        <source>--delimiter takes one ASCII character, or tab.</source>
        <translation>--delimiter 只接受一个 ASCII 字符或 tab。</translation>
    </message>
    <message>
        <source>--lang takes zh or en.</source>
        <translation>--lang 只接受 zh 或 en。</translation>
    </message>
    <message>
        <source>%1 takes no further words.</source>
        <translation>%1 后面不能再有其他内容。</translation>
    </message>
    <message>
        <source>--products-per-request must be 1 to 10000.</source>
        <translation>--products-per-request 必须在 1 到 10000 之间。</translation>
    </message>
</context>
<context>
    <name>OutputText</name>
    <message>
        <source>preview: reading the current rules</source>
        <translation>预览：读取现有规则</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>verifying: reading back</source>
        <translation>核对：回读</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Rows read %1 = refused %2 + excluded %3 + unchanged %4 + held %5 + planned %6</source>
        <translation>读入 %1 行 = 未通过 %2 + 已排除 %3 + 无变化 %4 + 暂缓 %5 + 计划 %6</translation>
    </message>
    <message>
        <source>Planned %1 = verified %2 + accepted %3 + rejected %4 + failed %5 + unknown %6 + not sent %7</source>
        <translation>计划 %1 行 = 核对一致 %2 + 已接受 %3 + 服务器拒绝 %4 + 失败 %5 + 未知 %6 + 未发送 %7</translation>
    </message>
    <message>
        <source>Requests planned %1, sent %2; reads %3</source>
        <translation>计划 %1 个请求，已发送 %2 个；读取 %3 次</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>… and more; --refused FILE writes them all.</source>
        <translation>……还有更多；--refused 文件名 可全部写出。</translation>
    </message>
    <message>
        <source>Line %1, column &quot;%2&quot;, value &quot;%3&quot;: %4</source>
        <translation>第 %1 行，列“%2”，值“%3”：%4</translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation>阶段：%1</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 of %4 requests, %5 rows a second</source>
        <translation>%1 / %2 行，%3 / %4 个请求，每秒 %5 行</translation>
    </message>
    <message>
        <source>, about %1 minutes left</source>
        <translation>，约剩 %1 分钟</translation>
    </message>
    <message>
        <source>, slowed down at the server&apos;s request</source>
        <translation>，已按服务器要求放慢</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Compared with the server: %1</source>
        <translation>与服务器比较：%1</translation>
    </message>
    <message>
        <source>The job is kept: jobs resume %1</source>
        <translation>任务已保留，继续执行：jobs resume %1</translation>
    </message>
    <message>
        <source>Stopping: waiting for %1 requests in flight. Ctrl+C again ends at once.</source>
        <translation>正在停止：等待 %1 个进行中的请求。再按一次 Ctrl+C 立即结束。</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>未知选项“%1”。</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>未知选项：%1。</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>“%1”之后缺少值。</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>“%1”之后不应有值。</translation>
    </message>
</context>
<context>
    <name>QIODevice</name>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或目录</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备空间不足</translation>
    </message>
</context>
<context>
    <name>QueryText</name>
    <message>
        <source>online</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>%1	%2	%3	%4 – %5	covered %6, notified %7, registered %8</source>
        <translation>%1	%2	%3	%4 – %5	覆盖 %6 家，已通知 %7 家，已报名 %8 家</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个活动</translation>
    </message>
    <message>
        <source>	(not known to this program: cannot be written)</source>
        <translation>	(本程序不认识该维度：不能写入)</translation>
    </message>
    <message>
        <source>%1	%2	%3	%4 products</source>
        <translation>%1	%2	%3	%4 种商品</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>, %1 repeats</source>
        <translation>，重复 %1 条</translation>
    </message>
    <message>
        <source>, the server counts %1: the list may be cut short</source>
        <translation>，服务器计为 %1 种：列表可能不完整</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 条规则</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>The row has fewer cells than there are headings. Add the missing delimiters.</source>
        <translation>该行的单元格少于标题数。请补上缺少的分隔符。</translation>
    </message>
    <message>
        <source>The row has filled cells beyond the last heading. Quote cells that hold the delimiter.</source>
        <translation>最后一个标题之外还有内容。含分隔符的单元格请加引号。</translation>
    </message>
    <message>
        <source>Every condition is empty. Fill at least one, or the row would mean everything.</source>
        <translation>所有条件都为空。请至少填写一个，否则该行将指向全部范围。</translation>
    </message>
    <message>
        <source>No customer is named. Fill its id, code, external id or name.</source>
        <translation>没有指明客户。请填写 ID、编码、第三方唯一标识或名称。</translation>
    </message>
    <message>
        <source>No product is named. Fill its id or its code.</source>
        <translation>没有指明商品。请填写 ID 或编码。</translation>
    </message>
    <message>
        <source>%1 characters; at most %2 are allowed. Shorten it.</source>
        <translation>共 %1 个字符，最多允许 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>Not a yes or no. Use 1/0, 是/否, Y/N or true/false; leave it empty to keep the value.</source>
        <translation>不是“是”或“否”。请填 1/0、是/否、Y/N 或 true/false；留空表示保留原值。</translation>
    </message>
    <message>
        <source>Not an operation. Use 0 or 新增/修改 to add or change, 1 or 删除 to delete.</source>
        <translation>不是有效的操作。新增/修改请填 0 或“新增/修改”，删除请填 1 或“删除”。</translation>
    </message>
    <message>
        <source>The row asks for another operation than the chosen one. Choose &quot;per row&quot; to follow the column.</source>
        <translation>该行要求的操作与所选操作不同。如需按列执行，请选择“按行”(per-row)。</translation>
    </message>
    <message>
        <source>The operation of this row is empty, and the operation is to be read per row. Fill it in.</source>
        <translation>已选择按行读取操作，但该行的操作为空。请填写。</translation>
    </message>
    <message>
        <source>A spreadsheet turned the value into a rounded number. Format the column as text and enter it again.</source>
        <translation>电子表格已把该值变成四舍五入的数字。请把该列设为文本后重新填写。</translation>
    </message>
    <message>
        <source>The id ends with four zeros or more: a spreadsheet has probably rounded it. Format the column as text and enter it again.</source>
        <translation>该 ID 末尾有四个以上的零，很可能已被电子表格四舍五入。请把该列设为文本后重新填写。</translation>
    </message>
    <message>
        <source>Other rows ask for something else for the same target and product: lines %1. Keep one of them.</source>
        <translation>其他行对同一范围（客户）和商品有不同要求：第 %1 行。请只保留其一。</translation>
    </message>
    <message>
        <source>The cells of this row name different things: the server says %1. Correct or empty one of them.</source>
        <translation>该行的单元格互相矛盾：服务器上是 %1。请更正或清空其中一个。</translation>
    </message>
    <message>
        <source>%1 entries have this value. Use the id instead.</source>
        <translation>有 %1 个条目都是这个值。请改用 ID。</translation>
    </message>
    <message>
        <source>No customer with this name was read from the server. Use the id or the code.</source>
        <translation>服务器上没有读到这个名称的客户。请改用 ID 或编码。</translation>
    </message>
    <message>
        <source>An empty flag keeps the value, but the server lists this product twice with different values. Fill the flag.</source>
        <translation>空的标记表示保留原值，但服务器上该商品出现两次且值不同。请填写标记。</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>not_sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>held</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>核对一致</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Repeats line %1 and shares its outcome.</source>
        <translation>与第 %1 行重复，结果相同。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>nothing to remove</source>
        <translation>没有可删除的内容</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>must-sell %1 → %2</source>
        <translation>必售 %1 → %2</translation>
    </message>
    <message>
        <source>new product %1 → %2</source>
        <translation>新品 %1 → %2</translation>
    </message>
</context>
<context>
    <name>RescueText</name>
    <message>
        <source>The job journal was damaged and has been set aside as %1.</source>
        <translation>任务日志已损坏，并已另存为 %1。</translation>
    </message>
    <message>
        <source>Look at the list of jobs first (command: jobs): it shows what can still be read. Then post again.</source>
        <translation>请先查看任务列表（命令 jobs），其中列出仍可读出的内容，然后再发送。</translation>
    </message>
</context>
<context>
    <name>RowStoreText</name>
    <message>
        <source>The journal&apos;s rows do not fit the kept copy of the sheet.</source>
        <translation>任务日志中的行与保存的表格副本不一致。</translation>
    </message>
    <message>
        <source>The report holds what can be read; import the sheet again.</source>
        <translation>报告中是仍可读出的内容；请重新导入表格。</translation>
    </message>
</context>
<context>
    <name>RuleReaderText</name>
    <message>
        <source>the server repeats its pages without an end.</source>
        <translation>服务器不断重复相同的页。</translation>
    </message>
</context>
<context>
    <name>SenderText</name>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>Resume it with: jobs resume %1</source>
        <translation>继续执行：jobs resume %1</translation>
    </message>
    <message>
        <source>The server cannot be reached. %1</source>
        <translation>无法连接服务器。%1</translation>
    </message>
    <message>
        <source>Nothing is lost. Resume it with: jobs resume %1</source>
        <translation>没有丢失任何内容。继续执行：jobs resume %1</translation>
    </message>
    <message>
        <source>The server keeps refusing for the rate: %1</source>
        <translation>服务器持续以频率为由拒绝：%1</translation>
    </message>
    <message>
        <source>Resume it later, with a lower --rate: jobs resume %1</source>
        <translation>请稍后用更低的 --rate 继续：jobs resume %1</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>The demo server cannot be started.</source>
        <translation>无法启动演示服务器。</translation>
    </message>
    <message>
        <source>Check that the data folder can be written.</source>
        <translation>请确认数据目录可写。</translation>
    </message>
    <message>
        <source>--openid is missing.</source>
        <translation>缺少 --openid。</translation>
    </message>
    <message>
        <source>Give --base-url and --openid, or --demo.</source>
        <translation>请给出 --base-url 和 --openid，或使用 --demo。</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>缺少密钥。</translation>
    </message>
    <message>
        <source>Put it into the environment variable RANGEDESK_APPKEY.</source>
        <translation>请把密钥放在环境变量 RANGEDESK_APPKEY 中。</translation>
    </message>
    <message>
        <source>The server&apos;s clock differs from this computer&apos;s by %1 seconds; signatures use the server&apos;s.</source>
        <translation>服务器时钟与本机相差 %1 秒;签名使用服务器时间。</translation>
    </message>
</context>
<context>
    <name>SettingsText</name>
    <message>
        <source>The server address is not usable.</source>
        <translation>服务器地址不可用。</translation>
    </message>
    <message>
        <source>Write it as https://openapi.example.com.</source>
        <translation>请写成 https://openapi.example.com 的形式。</translation>
    </message>
    <message>
        <source>Plain HTTP is allowed to this computer only, not to %1.</source>
        <translation>明文 HTTP 只允许连接本机，不能连接 %1。</translation>
    </message>
    <message>
        <source>Use the https:// address.</source>
        <translation>请使用 https:// 地址。</translation>
    </message>
    <message>
        <source>The openid must be digits (usually 19).</source>
        <translation>openid 必须是数字（通常 19 位）。</translation>
    </message>
    <message>
        <source>Copy it from the admin pages of the platform.</source>
        <translation>请从平台的管理后台复制。</translation>
    </message>
    <message>
        <source>Requests in flight must be 1 to %1.</source>
        <translation>同时进行的请求数必须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>Requests a second must be 0 (no limit) to 1000.</source>
        <translation>每秒请求数必须在 0(不限)到 1000 之间。</translation>
    </message>
</context>
<context>
    <name>SheetText</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Line 1: columns %1 and %2 (&quot;%3&quot; and &quot;%4&quot;) mean the same.</source>
        <translation>第 1 行：第 %1 列与第 %2 列（“%3”与“%4”）含义相同。</translation>
    </message>
    <message>
        <source>Remove one of them, or ignore it with --ignore-column.</source>
        <translation>请删除其中一列，或用 --ignore-column 忽略。</translation>
    </message>
    <message>
        <source>it is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
    <message>
        <source>it is larger than 1 GiB. Split it.</source>
        <translation>超过 1 GiB。请拆分。</translation>
    </message>
    <message>
        <source>it changed or broke off while being read.</source>
        <translation>读取时文件被改动或中断。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>it is an XLSX or ZIP file. Save the sheet as CSV UTF-8.</source>
        <translation>这是 XLSX 或 ZIP 文件。请把表格另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>it is an XLS file. Save the sheet as CSV UTF-8.</source>
        <translation>这是 XLS 文件。请把表格另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>Line %1, column %2: a quote is opened and never closed.</source>
        <translation>第 %1 行第 %2 列：引号没有闭合。</translation>
    </message>
    <message>
        <source>Line %1, column %2: text follows a closing quote.</source>
        <translation>第 %1 行第 %2 列：闭合引号之后还有文字。</translation>
    </message>
    <message>
        <source>Double quotes within a quoted cell, or save the sheet as CSV again.</source>
        <translation>引号内的引号要写两次；或重新把表格另存为 CSV。</translation>
    </message>
    <message>
        <source>The file holds no headings and no rows.</source>
        <translation>文件里没有标题，也没有数据行。</translation>
    </message>
    <message>
        <source>Line 1 holds no headings.</source>
        <translation>第 1 行没有标题。</translation>
    </message>
    <message>
        <source>Put the headings into the first line.</source>
        <translation>请把标题放在第一行。</translation>
    </message>
    <message>
        <source>Line 1 has %1 columns; at most %2 are read.</source>
        <translation>第 1 行有 %1 列；最多读取 %2 列。</translation>
    </message>
    <message>
        <source>Check the delimiter.</source>
        <translation>请检查分隔符。</translation>
    </message>
</context>
<context>
    <name>VerifyText</name>
    <message>
        <source>Interrupted while reading back.</source>
        <translation>回读核对时被中断。</translation>
    </message>
    <message>
        <source>Read back: the shared rules changed for these customers, too: %1.</source>
        <translation>回读显示：共用规则也改变了这些客户：%1。</translation>
    </message>
</context>
<context>
    <name>ViolationText</name>
    <message>
        <source>A value is required here. Fill it in.</source>
        <translation>此处必填。请填写。</translation>
    </message>
    <message>
        <source>%1 characters; at most %2 are allowed. Shorten it.</source>
        <translation>共 %1 个字符，最多允许 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>Not a calendar day. Write it as 2026-01-31.</source>
        <translation>不是有效日期。请写成 2026-01-31。</translation>
    </message>
    <message>
        <source>Not a date with a time. Write it as 2026-01-31 09:00:00.</source>
        <translation>不是有效的日期时间。请写成 2026-01-31 09:00:00。</translation>
    </message>
    <message>
        <source>Not an allowed value. Use one of: %1.</source>
        <translation>不是允许的值。请使用：%1。</translation>
    </message>
    <message>
        <source>Not a web address. It must begin with http:// or https://.</source>
        <translation>不是网址。必须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Outside the allowed range %1.</source>
        <translation>超出允许范围 %1。</translation>
    </message>
    <message>
        <source>The end lies before the start %1. Correct one of them.</source>
        <translation>结束早于开始 %1。请更正其中之一。</translation>
    </message>
    <message>
        <source>At least one of these must be filled: %1.</source>
        <translation>以下至少填写一项：%1。</translation>
    </message>
    <message>
        <source>Only one of these may be filled: %1.</source>
        <translation>以下只能填写一项：%1。</translation>
    </message>
    <message>
        <source>A name with a comma cannot be sent in a comma-separated list. Use the id or the code.</source>
        <translation>含逗号的名称不能放进以逗号分隔的列表。请改用 ID 或编码。</translation>
    </message>
    <message>
        <source>The operation has no such field.</source>
        <translation>该接口没有这个字段。</translation>
    </message>
</context>
</TS>
