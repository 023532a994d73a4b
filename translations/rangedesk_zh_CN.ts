<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AppSettingsText</name>
    <message>
        <source>The settings cannot be written to %1: %2</source>
        <translation>设置无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Free some space, or check the rights of the folder.</source>
        <translation>请腾出空间，或检查文件夹的权限。</translation>
    </message>
</context>
<context>
    <name>ArchiveText</name>
    <message>
        <source>Job %1 is in the archive already.</source>
        <translation>任务 %1 已在归档中。</translation>
    </message>
    <message>
        <source>Job %1 holds rows whose fate is unknown, and stays in the list.</source>
        <translation>任务 %1 含有结果未知的行，留在列表里。</translation>
    </message>
    <message>
        <source>Job %1 is not over, and stays in the list.</source>
        <translation>任务 %1 尚未结束，留在列表里。</translation>
    </message>
</context>
<context>
    <name>ArgumentText</name>
    <message>
        <source>Bulk edits of sale ranges, and what the server holds.

The key stands in the environment variable RANGEDESK_APPKEY; it is never an argument.</source>
        <translation>可售范围的批量修改，以及服务器上的现有数据。

密钥放在环境变量 RANGEDESK_APPKEY 中，从不作为参数。</translation>
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
        <source>Work on the built-in demo server.</source>
        <translation>使用内置的演示服务器。</translation>
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
        <source>Folder for jobs, the journal and what the window remembers.</source>
        <translation>存放任务、日志和窗口设置的文件夹。</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>窗口语言。</translation>
    </message>
    <message>
        <source>Theme of the window.</source>
        <translation>窗口主题。</translation>
    </message>
    <message>
        <source>Requests a second at most; 0 for no limit.</source>
        <translation>每秒最多请求数；0 表示不限。</translation>
    </message>
    <message>
        <source>A sheet to open.</source>
        <translation>要打开的表格。</translation>
    </message>
    <message>
        <source>See rangedesk --help.</source>
        <translation>参见 rangedesk --help。</translation>
    </message>
    <message>
        <source>--demo goes without --base-url and --openid.</source>
        <translation>--demo 不能与 --base-url、--openid 同用。</translation>
    </message>
    <message>
        <source>--rate wants a number.</source>
        <translation>--rate 需要一个数字。</translation>
    </message>
    <message>
        <source>Open this profile.</source>
        <translation>打开这个连接配置。</translation>
    </message>
    <message>
        <source>--profile goes without --demo, --base-url and --openid.</source>
        <translation>--profile 不能与 --demo、--base-url、--openid 同用。</translation>
    </message>
</context>
<context>
    <name>AttributeText</name>
    <message>
        <source>%1 (catalogue)</source>
        <translation>%1（资料库）</translation>
    </message>
</context>
<context>
    <name>BareCopy</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>BatchModelText</name>
    <message>
        <source>Included</source>
        <translation>是否发送</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Now → after</source>
        <translation>现在 → 之后</translation>
    </message>
    <message>
        <source>The server&apos;s words</source>
        <translation>服务器的话</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>included</source>
        <translation>将发送</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>%1, warning: %2</source>
        <translation>%1，警告：%2</translation>
    </message>
    <message>
        <source>%1, comment: %2</source>
        <translation>%1，批注：%2</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
</context>
<context>
    <name>BatchRowsText</name>
    <message>
        <source>sold</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>new product</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>excluded by you, nothing is sent</source>
        <translation>由您排除，不发送</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>already %1, nothing is sent</source>
        <translation>已是%1，不发送</translation>
    </message>
    <message>
        <source>not there, nothing to remove</source>
        <translation>本来没有，无需移除</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>not must-sell</source>
        <translation>非必售</translation>
    </message>
    <message>
        <source>not new</source>
        <translation>非新品</translation>
    </message>
    <message>
        <source>last product of its range</source>
        <translation>范围的最后一种商品</translation>
    </message>
    <message>
        <source>shared with other customers</source>
        <translation>与其他客户共用</translation>
    </message>
    <message>
        <source>listed twice</source>
        <translation>重复列出</translation>
    </message>
    <message>
        <source>not visible yet</source>
        <translation>尚未读到</translation>
    </message>
    <message>
        <source>another value is there</source>
        <translation>现值不同</translation>
    </message>
    <message>
        <source>everything it holds</source>
        <translation>其中的全部商品</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>holds nothing, nothing to clear</source>
        <translation>没有商品，无需清除</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>not in the sheet</source>
        <translation>表格中没有</translation>
    </message>
    <message>
        <source>registered already, nothing is sent</source>
        <translation>已报名，不会发送</translation>
    </message>
    <message>
        <source>registered %1, %2</source>
        <translation>报名 %1，%2</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>未报名</translation>
    </message>
    <message>
        <source>already so, nothing is sent</source>
        <translation>已经如此，不会发送</translation>
    </message>
    <message>
        <source>%1 It holds %2</source>
        <translation>%1 现有 %2</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation>不在资料库中</translation>
    </message>
    <message>
        <source>beside other information</source>
        <translation>另有商家信息</translation>
    </message>
</context>
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
    <message>
        <source>Column &quot;%1&quot; is filled in %2 of %3 rows; in the others the condition is not part of the range.</source>
        <translation>列“%1”在 %3 行中只填写了 %2 行；其余行的范围不含该条件。</translation>
    </message>
    <message>
        <source>%1 rows remove the last products of their range or customer: the rule itself may go.</source>
        <translation>有 %1 行删除其范围或客户的最后一批商品：规则本身可能随之消失。</translation>
    </message>
    <message>
        <source>Some rules belong to several customers: changing them for one may change the others.</source>
        <translation>有些规则属于多家客户：改动一家可能影响其他家。</translation>
    </message>
    <message>
        <source>Read back: the shared rules changed for these customers, too: %1.</source>
        <translation>回读显示：共用规则也改变了这些客户：%1。</translation>
    </message>
    <message>
        <source>It is there already; only what is not there yet is added.</source>
        <translation>已经存在；本次只新增没有的。</translation>
    </message>
    <message>
        <source>It is not there; only what is there is changed.</source>
        <translation>并不存在；本次只修改已有的。</translation>
    </message>
    <message>
        <source>Not named by the sheet, which tells everything that is to be there.</source>
        <translation>表格写明了应有的全部商品，其中没有它。</translation>
    </message>
    <message>
        <source>What is to be there cannot be told exactly, so nothing of this target is sent.</source>
        <translation>无法准确判断应有哪些商品，因此该对象的内容一律不发送。</translation>
    </message>
    <message>
        <source>%1 rows are hidden in the workbook and are read all the same.</source>
        <translation>工作簿中有 %1 行被隐藏，仍会读取。</translation>
    </message>
    <message>
        <source>Rows are refused, so %1 targets keep products that the sheet does not name.</source>
        <translation>有行被拒绝，因此 %1 个对象保留表格中没有的商品。</translation>
    </message>
    <message>
        <source>The server does not hold what was expected: somebody changed it meanwhile.</source>
        <translation>服务器上的内容与预期不同：期间有人改动过。</translation>
    </message>
    <message>
        <source>%1 rows are of ranges whose list the server cuts short: what they remove cannot be put back by an undo.</source>
        <translation>有 %1 行属于服务器没有列全商品的范围：移除后无法通过撤销还原。</translation>
    </message>
    <message>
        <source>Other ranges contain what is cleared, or customers share its rule: %1. The first clearing goes alone and is read back before the others follow.</source>
        <translation>另有范围包含被清除的条件，或有客户共用其规则：%1。第一次清除单独发送并读回，然后才发送其余。</translation>
    </message>
    <message>
        <source>Two campaigns have this external id; which one is meant is not clear.</source>
        <translation>有两个活动使用这个第三方标识，不清楚指的是哪一个。</translation>
    </message>
    <message>
        <source>The query gives 32 characters at most, so its code, type code or information may be longer than it shows. Give it in the row to be sure.</source>
        <translation>查询最多返回 32 个字，活动编号、类型编码或活动信息可能比看到的更长。请在这一行中写明，以免截断。</translation>
    </message>
    <message>
        <source>Its departments cannot be sent back: 100 characters hold neither their ids nor their codes. Give them in the row, or change it in the platform.</source>
        <translation>归属部门无法原样发回：无论按 ID 还是编码都超过 100 个字。请在这一行中写明，或在平台上修改。</translation>
    </message>
    <message>
        <source>The server&apos;s copy holds a value that cannot be sent back as it is. Give it in the row.</source>
        <translation>服务器上的某个值不能原样发回。请在这一行中写明。</translation>
    </message>
    <message>
        <source>The customer is registered already, with other merchant information.</source>
        <translation>该客户已经报名，但商家信息不同。</translation>
    </message>
    <message>
        <source>The server did not tell its departments, and an update replaces them. Give them in the row.</source>
        <translation>服务器没有返回该活动的归属部门，而更新会整体替换。请在行中填写部门。</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>there was nothing to clear</source>
        <translation>没有可清除的内容</translation>
    </message>
    <message>
        <source>not cleared</source>
        <translation>未清除</translation>
    </message>
    <message>
        <source>could not be verified</source>
        <translation>无法核对</translation>
    </message>
    <message>
        <source>Cleared: read back, it is there no more.</source>
        <translation>已清除：读回后已不存在。</translation>
    </message>
    <message>
        <source>There was nothing to clear.</source>
        <translation>没有可清除的内容。</translation>
    </message>
    <message>
        <source>Not cleared: read back, it is still there.</source>
        <translation>未清除：读回后仍然存在。</translation>
    </message>
    <message>
        <source>It could not be verified whether it is cleared: it could not be read back.</source>
        <translation>无法核对是否已清除：未能读回。</translation>
    </message>
    <message>
        <source>It is there, beside other merchant information of the same customer; the server does not tell which of them counts.</source>
        <translation>已登记，但同一客户还有另一份商家信息；服务器没有说明以哪一份为准。</translation>
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
    <message>
        <source>To protect the key no request was sent. Look at the certificate in the connection&apos;s window, or ask whoever runs the interface.</source>
        <translation>为保护密钥，请求没有发出。请在“连接”窗口查看证书，或联系接口管理员。</translation>
    </message>
</context>
<context>
    <name>CampaignRowsText</name>
    <message>
        <source>What this job&apos;s campaigns held before cannot be read: its file is damaged.</source>
        <translation>无法读取本任务中活动原来的内容：文件已损坏。</translation>
    </message>
</context>
<context>
    <name>CampaignText</name>
    <message>
        <source>Online</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Registration rate</source>
        <translation>报名率</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>nobody notified</source>
        <translation>尚未通知</translation>
    </message>
    <message>
        <source>Campaign code</source>
        <translation>活动编号</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>End date</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>CatalogueKeeperText</name>
    <message>
        <source>The catalogue changed meanwhile: more entries would go.</source>
        <translation>资料库在此期间有变化：会移除更多资料。</translation>
    </message>
    <message>
        <source>Look at the figures again.</source>
        <translation>请再看一遍数字。</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>To connect to</source>
        <translation>要连接</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>证书属于</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>This computer&apos;s time</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. %1</source>
        <translation>服务器的证书不可信。%1</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>It expired on %1.</source>
        <translation>证书已于 %1 过期。</translation>
    </message>
    <message>
        <source>It is valid from %1 on.</source>
        <translation>证书自 %1 起才有效。</translation>
    </message>
    <message>
        <source>It belongs to %1, not to %2.</source>
        <translation>证书属于 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The server signed it itself; no authority vouches for it.</source>
        <translation>证书由服务器自己签发，没有机构为它担保。</translation>
    </message>
    <message>
        <source>This computer does not know its issuer %1.</source>
        <translation>本机不认识签发者 %1。</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>检查本机时间是否正确。</translation>
    </message>
    <message>
        <source>Compare the address in the profile with the one in the admin pages.</source>
        <translation>核对配置里的地址与管理后台显示的地址。</translation>
    </message>
    <message>
        <source>Where your company has an authority of its own, add its PEM file to the profile.</source>
        <translation>公司用自己的证书机构时，在配置里添加其 PEM 文件。</translation>
    </message>
    <message>
        <source>Send this page to whoever runs the interface; only they can change the certificate.</source>
        <translation>把这份说明发给接口管理员，只有他们能更换证书。</translation>
    </message>
    <message>
        <source>The file cannot serve as an authority: %1</source>
        <translation>这个文件不能用作证书机构：%1</translation>
    </message>
    <message>
        <source>Ask your IT for the certificate of the authority as a PEM file.</source>
        <translation>请向 IT 部门索取证书机构的 PEM 文件。</translation>
    </message>
    <message>
        <source>it is far too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <source>it holds a private key, which must not leave its owner.</source>
        <translation>其中含有私钥，私钥不应离开其主人。</translation>
    </message>
    <message>
        <source>it holds no certificate.</source>
        <translation>其中没有证书。</translation>
    </message>
    <message>
        <source>it holds more than %1 certificates.</source>
        <translation>其中的证书超过 %1 个。</translation>
    </message>
    <message>
        <source>the certificate of %1 expired on %2.</source>
        <translation>%1 的证书已于 %2 过期。</translation>
    </message>
</context>
<context>
    <name>ChangesText</name>
    <message>
        <source>--lines takes lines such as 2,5-9; &quot;%1&quot; is none.</source>
        <translation>--lines 的写法如 2,5-9；“%1”不是行号。</translation>
    </message>
    <message>
        <source>The job has no row in lines %1.</source>
        <translation>任务在第 %1 行没有数据。</translation>
    </message>
    <message>
        <source>What was there before is not known for lines: %1</source>
        <translation>以下行原来的内容不明：%1</translation>
    </message>
    <message>
        <source>Job %1 belongs to another server or company.</source>
        <translation>任务 %1 属于另一台服务器或另一家公司。</translation>
    </message>
    <message>
        <source>Use that connection. Nothing was sent.</source>
        <translation>请使用那个连接。没有发送任何内容。</translation>
    </message>
    <message>
        <source>Change set of %1 rows for %2, made %3. %4</source>
        <translation>更改集共 %1 行，针对 %2，生成于 %3。%4</translation>
    </message>
    <message>
        <source>Rows that come back exactly %1, partly %2, not at all %3</source>
        <translation>可完全还原 %1 行，部分还原 %2 行，无法还原 %3 行</translation>
    </message>
    <message>
        <source>A template is written as FILE.xlsx or FILE.csv.</source>
        <translation>模板只能写为 .xlsx 或 .csv 文件。</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>Name the column, or empty it.</source>
        <translation>请给该列命名，或清空它。</translation>
    </message>
    <message>
        <source>Correct it, or ignore the column on purpose.</source>
        <translation>请改正，或明确忽略该列。</translation>
    </message>
    <message>
        <source>Line %1, column %2: the heading is empty, but cells below it are filled.</source>
        <translation>第 %1 行第 %2 列：表头为空，但下面的单元格有内容。</translation>
    </message>
    <message>
        <source>Line %1, column %2: the heading &quot;%3&quot; is not known for %4.</source>
        <translation>第 %1 行第 %2 列：%4 没有表头“%3”。</translation>
    </message>
</context>
<context>
    <name>ClearedText</name>
    <message>
        <source>What this job&apos;s clearings took away cannot be read: its file is damaged.</source>
        <translation>无法读取本任务清除掉的内容：文件已损坏。</translation>
    </message>
</context>
<context>
    <name>ColumnText</name>
    <message>
        <source>by id</source>
        <translation>按 ID</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>by external id</source>
        <translation>按第三方标识</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Customer, %1</source>
        <translation>客户 · %1</translation>
    </message>
    <message>
        <source>Product name, for people only</source>
        <translation>商品名称，仅供核对</translation>
    </message>
    <message>
        <source>Product, %1</source>
        <translation>商品 · %1</translation>
    </message>
    <message>
        <source>Must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>Operation of the row</source>
        <translation>操作（每行）</translation>
    </message>
    <message>
        <source>A result of this program, not read</source>
        <translation>本程序的结果列，不读取</translation>
    </message>
    <message>
        <source>What the server must hold for the row to be sent</source>
        <translation>服务器须为此值才发送该行</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Campaign, %1</source>
        <translation>活动，%1</translation>
    </message>
</context>
<context>
    <name>ColumnsText</name>
    <message>
        <source>This is a result file of an earlier import (column &quot;%1&quot;).</source>
        <translation>这是以前导入的结果文件（列“%1”）。</translation>
    </message>
    <message>
        <source>Import the file of refused rows instead, or ignore that column on purpose.</source>
        <translation>请改为导入被拒绝行的文件，或明确忽略该列。</translation>
    </message>
    <message>
        <source>The headings are those of another kind of sheet: %1, not %2.</source>
        <translation>表头属于另一类表格：%1，而不是 %2。</translation>
    </message>
    <message>
        <source>Choose that kind, or remove the columns that do not belong.</source>
        <translation>请选择那一类，或删除不属于的列。</translation>
    </message>
    <message>
        <source>No column names a condition of the range.</source>
        <translation>没有指明范围条件的列。</translation>
    </message>
    <message>
        <source>No column names the customer.</source>
        <translation>没有指明客户的列。</translation>
    </message>
    <message>
        <source>Use headings such as dept_code, 部门编码 or Department code.</source>
        <translation>请使用 dept_code、部门编码 或 Department code 之类的表头。</translation>
    </message>
    <message>
        <source>Use headings such as cm_code, 客户编码 or Customer code.</source>
        <translation>请使用 cm_code、客户编码 或 Customer code 之类的表头。</translation>
    </message>
    <message>
        <source>No column names the product.</source>
        <translation>没有指明商品的列。</translation>
    </message>
    <message>
        <source>Use the heading product_code, 商品编码 or Product code; or choose to clear whole ranges or customers.</source>
        <translation>请使用表头 product_code、商品编码 或 Product code；或选择清除整个范围或客户。</translation>
    </message>
    <message>
        <source>Hidden rows are left out, and everything that the sheet does not name is to go: what those rows name would go, too.</source>
        <translation>不读取隐藏的行，又要去掉表格中没有的商品：隐藏行里的商品也会被去掉。</translation>
    </message>
    <message>
        <source>Read the hidden rows as well, or choose another operation.</source>
        <translation>请读取隐藏的行，或选择其他操作。</translation>
    </message>
    <message>
        <source>The operation &quot;%1&quot; is not possible for %2.</source>
        <translation>%2 不能使用操作“%1”。</translation>
    </message>
    <message>
        <source>The platform can neither delete campaigns nor take registrations back. Choose another operation.</source>
        <translation>平台不能删除活动，也不能撤回报名。请选择其他操作。</translation>
    </message>
    <message>
        <source>No column names the campaign.</source>
        <translation>没有标明活动的列。</translation>
    </message>
    <message>
        <source>Use the heading source_code, 第三方活动唯一标识 or Campaign external id.</source>
        <translation>请使用 source_code、第三方活动唯一标识 或 Campaign external id 作为表头。</translation>
    </message>
    <message>
        <source>No column says what a campaign is to become.</source>
        <translation>没有说明要改什么的列。</translation>
    </message>
    <message>
        <source>Use headings such as name, 活动名称 or Campaign name.</source>
        <translation>请使用 name、活动名称 或 Campaign name 等表头。</translation>
    </message>
    <message>
        <source>No column tells when the customer registered.</source>
        <translation>没有报名时间列。</translation>
    </message>
    <message>
        <source>No column holds the merchant information.</source>
        <translation>没有商家信息列。</translation>
    </message>
    <message>
        <source>Add the column %1, or a column with one value for all rows.</source>
        <translation>请加上“%1”列，或添加一个所有行同值的列。</translation>
    </message>
</context>
<context>
    <name>ComparisonText</name>
    <message>
        <source>Registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Registered for</source>
        <translation>报名活动数</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>不在任何名单</translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>The write lock is on.</source>
        <translation>写入锁已锁上。</translation>
    </message>
    <message>
        <source>The connection was closed before the answer.</source>
        <translation>连接在答复之前被关闭。</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
</context>
<context>
    <name>CopyText</name>
    <message>
        <source>The kept copy of the rows is damaged.</source>
        <translation>保存的行副本已损坏。</translation>
    </message>
    <message>
        <source>Import the sheet again; rows that the server holds already are left unchanged.</source>
        <translation>请重新导入表格；服务器上已有的行不会改变。</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 无法删除：%2</translation>
    </message>
    <message>
        <source>Close other windows of this profile, then try again.</source>
        <translation>关闭该配置的其他窗口后重试。</translation>
    </message>
</context>
<context>
    <name>CsvFileText</name>
    <message>
        <source>Choose another place, or free some space.</source>
        <translation>请换一个位置，或腾出空间。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 无法写入：%2。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换一个位置。</translation>
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
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Free some space, give this user the right to write there, or choose another (--data-dir).</source>
        <translation>请腾出空间、授予写入权限，或另选文件夹（--data-dir）。</translation>
    </message>
    <message>
        <source>Wait for it to end, close it, or choose another folder (--data-dir).</source>
        <translation>请等它结束、关闭它，或另选文件夹（--data-dir）。</translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation>文件已损坏。</translation>
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
    <message>
        <source>It is damaged. It is set aside, and a new one begun, when it is next written to.</source>
        <translation>它已损坏。下次写入时会把它移到一旁，另建一个新的。</translation>
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
    <name>DeskText</name>
    <message>
        <source>There is no job %1.</source>
        <translation>没有任务 %1。</translation>
    </message>
</context>
<context>
    <name>DialogText</name>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV，供电子表格使用</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Picture, PNG</source>
        <translation>图片，PNG</translation>
    </message>
    <message>
        <source>Drawing, SVG</source>
        <translation>矢量图，SVG</translation>
    </message>
</context>
<context>
    <name>DoubtText</name>
    <message>
        <source>&quot;%1&quot; is not in the catalogue: nothing that was read so far is called so. It may be mistyped; the server is asked all the same.</source>
        <translation>“%1”不在资料库中：已读取的内容里没有这个名称。可能输错了；仍会向服务器查询。</translation>
    </message>
</context>
<context>
    <name>DraftText</name>
    <message>
        <source>Job %1 is no draft any more.</source>
        <translation>任务 %1 已不是草稿。</translation>
    </message>
    <message>
        <source>Look at it in the list of jobs.</source>
        <translation>请到任务中心查看。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gets more</source>
        <translation>将增加商品</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
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
        <source>On the server</source>
        <translation>服务器上</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>在列</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅本机更改</translation>
    </message>
    <message>
        <source>Alike on both sides</source>
        <translation>两边相同</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Gone there</source>
        <translation>服务器上已移除</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Range or customer</source>
        <translation>范围或客户</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>When edited</source>
        <translation>编辑时</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>服务器上</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>仅对方已改</translation>
    </message>
    <message>
        <source>To be cleared</source>
        <translation>待清除</translation>
    </message>
    <message>
        <source>not edited</source>
        <translation>未编辑</translation>
    </message>
    <message>
        <source>all products</source>
        <translation>全部商品</translation>
    </message>
</context>
<context>
    <name>EditsText</name>
    <message>
        <source>The edits that were kept cannot be read.</source>
        <translation>保留的修改无法读取。</translation>
    </message>
    <message>
        <source>The file is left as it is.</source>
        <translation>文件保持原样。</translation>
    </message>
    <message>
        <source>to be cleared once its new range is there</source>
        <translation>新范围核对后清除</translation>
    </message>
    <message>
        <source>to be cleared once its %1 new ranges are there</source>
        <translation>%1 个新范围核对后清除</translation>
    </message>
    <message>
        <source>to be cleared now: what replaces it is there</source>
        <translation>可以清除：新范围已在</translation>
    </message>
    <message>
        <source>not cleared: what was to replace it is not there for certain</source>
        <translation>未清除：不能确定新范围已在</translation>
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
    <name>EntryModelText</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID 号</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not picked</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
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
    <message>
        <source>its field %1 holds &quot;%2&quot;, which cannot stand there.</source>
        <translation>其中的字段 %1 的内容是“%2”，不应出现在那里。</translation>
    </message>
</context>
<context>
    <name>EnvironmentText</name>
    <message>
        <source>PROD</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>ExplainCommandText</name>
    <message>
        <source>&quot;%1&quot; is not known.</source>
        <translation>没有“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names %2 entries.</source>
        <translation>“%1”对应 %2 条。</translation>
    </message>
    <message>
        <source>Take it over with a reference list first.</source>
        <translation>请先用参考清单导入。</translation>
    </message>
    <message>
        <source>Give the id or the code.</source>
        <translation>请给出 ID 或编码。</translation>
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
        <source>%1 may sell %2 of %3 products that rules know.</source>
        <translation>%1 可售规则所涉 %3 种商品中的 %2 种。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 customers of the catalogue may sell it; of %4 more it does not know all that rules ask for.</source>
        <translation>%1：资料库 %3 家客户中 %2 家可售；另有 %4 家缺少规则要求的部分属性。</translation>
    </message>
    <message>
        <source>--policy takes union, customer or specific.</source>
        <translation>--policy 只能是 union、customer 或 specific。</translation>
    </message>
    <message>
        <source>This server tells own ranges only one customer at a time: they are not known here, and the answer is of rules by condition alone.</source>
        <translation>此服务器只能逐个客户查询客户可售范围：此处不知客户自己的范围，回答只依据按条件的规则。</translation>
    </message>
    <message>
        <source>no rule lists it</source>
        <translation>没有规则包含此商品</translation>
    </message>
    <message>
        <source>%1 asks for %2, is %3</source>
        <translation>%1 要求 %2，实为 %3</translation>
    </message>
    <message>
        <source>not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>rule %1 is deleted</source>
        <translation>规则 %1 已删除</translation>
    </message>
    <message>
        <source>rule %1 is outranked by another</source>
        <translation>规则 %1 被另一条规则取代</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>every supplier</source>
        <translation>不限供货商</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Such a customer</source>
        <translation>这样的客户</translation>
    </message>
    <message>
        <source>Rules ask for what is not known of the customer: %1.</source>
        <translation>规则用到了这家客户未知的属性：%1。</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Of %1 products that decides: not sure.</source>
        <translation>其中 %1 种商品取决于这些未填属性：不确定。</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>customers: at least %1</source>
        <translation>至少 %1 家客户</translation>
    </message>
    <message>
        <source>customers: %1</source>
        <translation>%1 家客户</translation>
    </message>
</context>
<context>
    <name>ExplainText</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另 %2 条</translation>
    </message>
    <message>
        <source>every supplier</source>
        <translation>不限供货商</translation>
    </message>
    <message>
        <source>rule deleted</source>
        <translation>规则已删除</translation>
    </message>
    <message>
        <source>outranked by another rule</source>
        <translation>被其他规则压过</translation>
    </message>
    <message>
        <source>conditions not met: %1</source>
        <translation>差 %1 个条件</translation>
    </message>
    <message>
        <source>the customer&apos;s own range</source>
        <translation>本客户专属</translation>
    </message>
    <message>
        <source>a rule without conditions</source>
        <translation>没有条件的规则</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>May sell</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>From which rule</source>
        <translation>来自哪条规则</translation>
    </message>
    <message>
        <source>Supplier, or what is missing</source>
        <translation>供货商 / 差距</translation>
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
        <source>may not sell</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>may sell</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>, must-sell</source>
        <translation>、必售</translation>
    </message>
    <message>
        <source>, new</source>
        <translation>、新品</translation>
    </message>
    <message>
        <source>Compared customer</source>
        <translation>对比客户</translation>
    </message>
    <message>
        <source>no rule lists it</source>
        <translation>没有规则列出</translation>
    </message>
    <message>
        <source>Any rule that fits (union)</source>
        <translation>任一规则允许即可售（取并集）</translation>
    </message>
    <message>
        <source>The customer&apos;s own range replaces</source>
        <translation>客户专属范围优先</translation>
    </message>
    <message>
        <source>The most conditions win</source>
        <translation>条件最多的规则说了算</translation>
    </message>
    <message>
        <source>Assumption: any rule that fits grants its products (union); a department does not contain its sub-departments.</source>
        <translation>假定：任一规则允许即可售（取并集）；部门不含其下级部门。</translation>
    </message>
    <message>
        <source>Assumption: a customer&apos;s own range replaces the rules by condition; a department does not contain its sub-departments.</source>
        <translation>假定：客户有专属范围时只看专属范围；部门不含其下级部门。</translation>
    </message>
    <message>
        <source>Assumption: the rules with the most conditions win, a customer&apos;s own range over all; a department does not contain its sub-departments.</source>
        <translation>假定：条件最多的规则说了算，客户专属范围最优先；部门不含其下级部门。</translation>
    </message>
    <message>
        <source>not filled: %1</source>
        <translation>未填：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、 </translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>FacetText</name>
    <message>
        <source>%1: type to find</source>
        <translation>%1：输入文字查找更多</translation>
    </message>
    <message>
        <source>%1 of %2 values are listed, the most frequent first. Typing above finds the others.</source>
        <translation>共 %2 个值，列出最常见的 %1 个。在上方输入文字可查找其余的值。</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message>
        <source>Merchant information: not filled</source>
        <translation>商家信息&#x3000;未填</translation>
    </message>
    <message>
        <source>Merchant information: free text</source>
        <translation>商家信息&#x3000;自由文本</translation>
    </message>
    <message>
        <source>Merchant information: %1 fields</source>
        <translation>商家信息&#x3000;已解析 %1 项</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>There is more than is shown here; the raw text has the rest.</source>
        <translation>内容较多，此处未全部显示；其余见原文。</translation>
    </message>
    <message>
        <source>Another registration:</source>
        <translation>另一次报名：</translation>
    </message>
    <message>
        <source>%1 more registrations stand in the raw text.</source>
        <translation>另有 %1 次报名，见原文。</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>%1 characters in all: an export as CSV holds them whole.</source>
        <translation>共 %1 个字符：导出为 CSV 可得全文。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1，由 %2 审核，%3</translation>
    </message>
</context>
<context>
    <name>FitText</name>
    <message>
        <source>See rangedesk-cli --help. Nothing was sent.</source>
        <translation>请看 rangedesk-cli --help。没有发送任何内容。</translation>
    </message>
    <message>
        <source>%1 has no filter %2.</source>
        <translation>%1 没有筛选条件 %2。</translation>
    </message>
    <message>
        <source>--%1 does not go with %2.</source>
        <translation>--%1 不能与 %2 一起用。</translation>
    </message>
    <message>
        <source>--%1 was given an empty value.</source>
        <translation>--%1 给的值是空的。</translation>
    </message>
    <message>
        <source>%1 was given an empty word.</source>
        <translation>给 %1 的参数是空的。</translation>
    </message>
</context>
<context>
    <name>FollowUpText</name>
    <message>
        <source>Nothing of job %1 can be undone: what was there before is not known.</source>
        <translation>任务 %1 无法撤销：原来的内容不明。</translation>
    </message>
    <message>
        <source>Job %1 changed nothing that could be undone.</source>
        <translation>任务 %1 没有可撤销的更改。</translation>
    </message>
    <message>
        <source>Job %1 has no rows that failed, are unknown or were not sent.</source>
        <translation>任务 %1 没有失败、未知或未发送的行。</translation>
    </message>
    <message>
        <source>Job %1 is not over.</source>
        <translation>任务 %1 尚未结束。</translation>
    </message>
    <message>
        <source>Resume it first: that settles what was under way.</source>
        <translation>请先继续该任务：在途的请求会先确定结果。</translation>
    </message>
    <message>
        <source>The platform cannot take registrations back, so job %1 cannot be undone.</source>
        <translation>平台不能撤回报名，任务 %1 无法撤销。</translation>
    </message>
</context>
<context>
    <name>GuardText</name>
    <message>
        <source>Nobody has agreed to post this to production.</source>
        <translation>还没有人同意把这些发送到正式环境。</translation>
    </message>
    <message>
        <source>Give the name of the profile: %1.</source>
        <translation>请给出配置名称：%1。</translation>
    </message>
    <message>
        <source>The agreement to post this has ended: it holds for %1 hours.</source>
        <translation>发送的同意已失效：有效期为 %1 小时。</translation>
    </message>
    <message>
        <source>Look at the plan again and give the name of the profile anew.</source>
        <translation>请重新查看计划，并再次给出配置名称。</translation>
    </message>
    <message>
        <source>The plan is not the one that was agreed to: %1 then, %2 now.</source>
        <translation>计划与同意时的不同：当时 %1，现在 %2。</translation>
    </message>
    <message>
        <source>The server or the sheet has changed. Look at the changes again.</source>
        <translation>服务器或表格有变化，请重新查看差异。</translation>
    </message>
    <message>
        <source>If that is meant, raise the ceiling for this job on purpose.</source>
        <translation>如果确实如此，请为本次任务明确提高上限。</translation>
    </message>
    <message>
        <source>%1 requests are more than the ceiling of %2 a job.</source>
        <translation>%1 个请求超过每个任务 %2 个的上限。</translation>
    </message>
    <message>
        <source>%1 of %2 rows remove products: more than the ceiling of %3%.</source>
        <translation>%2 行中有 %1 行移除商品，超过 %3% 的上限。</translation>
    </message>
</context>
<context>
    <name>HealthCommandText</name>
    <message>
        <source>Customer ranges: %1 findings in %2 rules</source>
        <translation>客户可售：%2 条规则中有 %1 项发现</translation>
    </message>
    <message>
        <source>Sale ranges: %1 findings in %2 rules</source>
        <translation>可售范围：%2 条规则中有 %1 项发现</translation>
    </message>
    <message>
        <source>Customer ranges were not checked: this server tells them only one customer at a time. %1</source>
        <translation>未检查客户可售范围：此服务器只能逐个客户查询。%1</translation>
    </message>
    <message>
        <source>%1 (%2 changes)</source>
        <translation>%1（%2 处更改）</translation>
    </message>
    <message>
        <source>Written: %1, with %2 changes. Preview them with: open %1 --dry-run</source>
        <translation>已写出：%1，共 %2 处更改。预览：open %1 --dry-run</translation>
    </message>
    <message>
        <source>More is proposed, of other kinds (--kind): %1</source>
        <translation>另有其他类别的建议（--kind）：%1</translation>
    </message>
    <message>
        <source>No rule %1 in force was read.</source>
        <translation>没有读到生效的规则 %1。</translation>
    </message>
    <message>
        <source>Give the ids of rules, as health and rules print them.</source>
        <translation>请给出规则的 ID，即 health 和 rules 打印的 ID。</translation>
    </message>
    <message>
        <source>Nothing of this kind is proposed: %1 was not written.</source>
        <translation>没有这一类的建议：未写出 %1。</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>Same conditions</source>
        <translation>条件相同</translation>
    </message>
    <message>
        <source>Adds nothing</source>
        <translation>没有作用</translation>
    </message>
    <message>
        <source>Must-sell overruled</source>
        <translation>必售被覆盖</translation>
    </message>
    <message>
        <source>Flags contradict</source>
        <translation>标记矛盾</translation>
    </message>
    <message>
        <source>Listed twice</source>
        <translation>重复列出</translation>
    </message>
    <message>
        <source>Count differs</source>
        <translation>数目不符</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>没有商品</translation>
    </message>
    <message>
        <source>Not enabled</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Another rule in force has the very same conditions. What is sent to one may change the other.</source>
        <translation>另一条生效的规则条件完全相同。发给其中一条的更改可能改到另一条。</translation>
    </message>
    <message>
        <source>The server counts %1 products and lists %2.</source>
        <translation>服务器计 %1 个商品，列出 %2 个。</translation>
    </message>
    <message>
        <source>The rule is in force and lists no product.</source>
        <translation>规则生效，但没有列出商品。</translation>
    </message>
    <message>
        <source>A condition is of a dimension that your company has not enabled, or that the API cannot name.</source>
        <translation>有一个条件的维度贵公司未启用，或接口无法指定。</translation>
    </message>
    <message>
        <source>Clear this rule</source>
        <translation>清除这条规则</translation>
    </message>
    <message>
        <source>Set flags (products: %1)</source>
        <translation>设置 %1 个商品的标记</translation>
    </message>
    <message>
        <source>None is needed: it has no effect, and no request takes one of two away.</source>
        <translation>不需要：不影响结果，也没有请求能只去掉其中一条。</translation>
    </message>
    <message>
        <source>None: no request can name this rule alone.</source>
        <translation>无：没有请求能单独指定这条规则。</translation>
    </message>
    <message>
        <source>Whoever fits this rule fits the other, too, and all %1 products stand there, with nothing less demanded. As long as any rule that fits grants its products (an assumption), this rule has no effect. Should only the rule with the most conditions count, it limits its customers to these products.</source>
        <translation>符合本规则的客户也都符合另一条规则，本规则的 %1 个商品都在那里，要求也不更低。只要任一符合的规则都给予其商品（假定），本规则就没有作用。若只有条件最多的规则生效，则它把客户限制在这些商品之内。</translation>
    </message>
    <message>
        <source>Whoever fits this rule fits the other, too, which makes these must-sell; here they are not: %1. As long as any rule that fits counts (an assumption), they are must-sell all the same. It may be an exception that somebody wants.</source>
        <translation>符合本规则的客户也都符合另一条规则，那里这些商品是必售，这里不是：%1。只要任一符合的规则都生效（假定），它们仍是必售。这也可能是有意的例外。</translation>
    </message>
    <message>
        <source>Listed more than once, with different flags: %1.</source>
        <translation>重复列出，标记不同：%1。</translation>
    </message>
    <message>
        <source>Listed more than once, alike: %1.</source>
        <translation>重复列出，内容相同：%1。</translation>
    </message>
    <message>
        <source>None: a clearing might take other rules along that hold its conditions, too.</source>
        <translation>无：清除可能连带清掉也含有这些条件的其他规则。</translation>
    </message>
    <message>
        <source>None: the server does not say for sure that it listed everything.</source>
        <translation>无：服务器没有明确说明已列出全部商品。</translation>
    </message>
    <message>
        <source>None: it is proposed to clear this rule.</source>
        <translation>无：已建议清除这条规则。</translation>
    </message>
    <message>
        <source>None: a product is limited to a supplier, which no request can name.</source>
        <translation>无：有商品限定了供应商，请求无法指定供应商。</translation>
    </message>
    <message>
        <source>None: read again. Should it stay, the server&apos;s count or list is wrong.</source>
        <translation>无：请重新读取；若仍如此，则是服务器的计数或列表有误。</translation>
    </message>
    <message>
        <source>None: change it on the platform.</source>
        <translation>无：请在平台上更改。</translation>
    </message>
    <message>
        <source>It counts %1 must-sell products and lists %2.</source>
        <translation>服务器计有必售商品 %1 种，列出 %2 种。</translation>
    </message>
    <message>
        <source>It counts %1 new products and lists %2.</source>
        <translation>服务器计有新品 %1 种，列出 %2 种。</translation>
    </message>
    <message>
        <source>Another rule in force is of the very same customers. What is sent to one may change the other.</source>
        <translation>另有一条生效的规则属于完全相同的客户。发给其中一条的更改可能会改到另一条。</translation>
    </message>
    <message>
        <source>Their flags contradict: %1.</source>
        <translation>两条规则的必售或新品标记相互矛盾：%1。</translation>
    </message>
    <message>
        <source>The customers of this rule have the other, too, and all %1 products stand there, with nothing less demanded. This rule has no effect for them.</source>
        <translation>这条规则的客户也都有另一条规则，这里的全部 %1 种商品在那里都有，要求也不更低。这条规则对他们不起作用。</translation>
    </message>
    <message>
        <source>None: no request can tell the two apart, so nothing can be moved from one to the other either. Delete one of them on the platform.</source>
        <translation>无：没有请求能区分这两条规则，所以也无法把一条的商品并入另一条。请在平台上删除其中一条。</translation>
    </message>
    <message>
        <source>None: no request can name this dimension. Have it enabled, or change the rule on the platform.</source>
        <translation>无：没有请求能指明这个维度。请启用它，或在平台上修改规则。</translation>
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
        <source>--report and --refused name the same file.</source>
        <translation>--report 与 --refused 是同一个文件。</translation>
    </message>
    <message>
        <source>Give two names.</source>
        <translation>请给出两个文件名。</translation>
    </message>
    <message>
        <source>The write lock of %1 is on.</source>
        <translation>%1 的写入锁已锁上。</translation>
    </message>
    <message>
        <source>Look at the plan with --dry-run, then give --confirm and --plan.</source>
        <translation>请先用 --dry-run 查看计划，再给出 --confirm 和 --plan。</translation>
    </message>
    <message>
        <source>Sheet &quot;%1&quot; is read; the workbook holds %2.</source>
        <translation>读取工作表“%1”；工作簿共有 %2 个。</translation>
    </message>
    <message>
        <source>--confirm names &quot;%1&quot;, but this would post to &quot;%2&quot;.</source>
        <translation>--confirm 指定的是“%1”，而这里将提交到“%2”。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>--ignore-column: the sheet has no column &quot;%1&quot;.</source>
        <translation>--ignore-column：表格中没有“%1”列。</translation>
    </message>
    <message>
        <source>Write it as the sheet does. Nothing was sent.</source>
        <translation>请按表格里的写法填写。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is a condition and is ignored: the rows are of wider ranges than the sheet says.</source>
        <translation>“%1”列是条件，现被忽略：各行所指的可售范围会比表格写的更宽。</translation>
    </message>
</context>
<context>
    <name>JobRowsText</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>nothing to send</source>
        <translation>无需发送</translation>
    </message>
    <message>
        <source>%1 rows to post</source>
        <translation>待发送 %1 行</translation>
    </message>
    <message>
        <source>%1 rows to go</source>
        <translation>可续 %1 行</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>排队等候</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未比较</translation>
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
        <source>Nothing was sent, because some rows are refused. Correct them and import the sheet again.</source>
        <translation>有行未通过，因此没有发送任何内容。请更正后重新导入。</translation>
    </message>
    <message>
        <source>Stopped at the first rejection. Import the sheet again for the rows that were not sent.</source>
        <translation>已在第一次服务器拒绝时停止。未发送的行请重新导入表格。</translation>
    </message>
    <message>
        <source>Resume job %1 later to go on.</source>
        <translation>稍后继续任务 %1。</translation>
    </message>
    <message>
        <source>It was cancelled: nothing more is sent. Resume job %1 to settle and verify what was sent.</source>
        <translation>任务已取消：不会再发送。继续任务 %1 只是确认并核对已经发出的。</translation>
    </message>
    <message>
        <source>Clearing also took %1. Nothing more was sent. Undo this job to put back what it took from its own targets.</source>
        <translation>清除时还连带清除了 %1。其余没有发送。撤销本任务可还原它从自己的对象中清除的商品。</translation>
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
        <source>Job %1 is a draft: nobody has agreed to post it.</source>
        <translation>任务 %1 是草稿，还没有人同意发送。</translation>
    </message>
    <message>
        <source>Open it in the window, review it and post it there.</source>
        <translation>请在窗口里打开、预览后再发送。</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>归档是空的。</translation>
    </message>
    <message>
        <source>Job %1 is in the archive.</source>
        <translation>任务 %1 已归档。</translation>
    </message>
    <message>
        <source>Job %1 is in the list again.</source>
        <translation>任务 %1 已回到列表。</translation>
    </message>
    <message>
        <source>Write jobs, or jobs and %1 with the number of a job.</source>
        <translation>请写 jobs，或 jobs 加 %1 之一和任务编号。</translation>
    </message>
    <message>
        <source>All jobs are in the archive: jobs --archived.</source>
        <translation>任务都在归档中：jobs --archived。</translation>
    </message>
    <message>
        <source>In the archive since %1.</source>
        <translation>%1 归档。</translation>
    </message>
    <message>
        <source>Job %1 is not in the archive.</source>
        <translation>任务 %1 不在归档中。</translation>
    </message>
</context>
<context>
    <name>JournalText</name>
    <message>
        <source>Job %1 has sent requests and is kept.</source>
        <translation>任务 %1 发送过请求，予以保留。</translation>
    </message>
    <message>
        <source>Job %1 has gone on meanwhile.</source>
        <translation>任务 %1 期间已有进展。</translation>
    </message>
    <message>
        <source>Look at it in the list of jobs.</source>
        <translation>请到任务中心查看。</translation>
    </message>
    <message>
        <source>Job %1 is not in the journal.</source>
        <translation>日志中没有任务 %1。</translation>
    </message>
    <message>
        <source>The archived requests of job %1 are damaged.</source>
        <translation>任务 %1 归档的请求已损坏。</translation>
    </message>
    <message>
        <source>Job %1 is not over, and is not archived.</source>
        <translation>任务 %1 尚未结束，不能归档。</translation>
    </message>
    <message>
        <source>Job %1 cannot be archived: %2</source>
        <translation>任务 %1 无法归档：%2</translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation>任务保持原样。</translation>
    </message>
    <message>
        <source>it has requests in two places.</source>
        <translation>它的请求存在两处。</translation>
    </message>
    <message>
        <source>what was packed cannot be read.</source>
        <translation>压缩的内容读不出来。</translation>
    </message>
    <message>
        <source>its requests changed meanwhile.</source>
        <translation>它的请求在此期间有变化。</translation>
    </message>
</context>
<context>
    <name>KeepAwakeText</name>
    <message>
        <source>A job is running</source>
        <translation>有任务正在运行</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>appkey of %1</source>
        <translation>%1 的 appkey</translation>
    </message>
    <message>
        <source>Keep it in the keychain of this computer</source>
        <translation>存入本机的系统钥匙串</translation>
    </message>
    <message>
        <source>Otherwise it is kept in memory for this run alone, and written nowhere.</source>
        <translation>否则只在本次运行期间留在内存中，不写入任何地方。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此密钥</translation>
    </message>
</context>
<context>
    <name>KeychainText</name>
    <message>
        <source>The keychain&apos;s entry for this profile has another form.</source>
        <translation>系统钥匙串中此配置的条目是另一种格式。</translation>
    </message>
    <message>
        <source>Type the appkey once; the entry is then renewed.</source>
        <translation>请键入一次 appkey，条目会随之更新。</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>本机没有可用的系统钥匙串。</translation>
    </message>
    <message>
        <source>The appkey can be typed for this run; it is not written anywhere. On Linux, install and unlock GNOME Keyring or KWallet to keep it.</source>
        <translation>可以为本次运行键入 appkey，不会写入任何地方。在 Linux 上安装并解锁 GNOME Keyring 或 KWallet 后即可保存。</translation>
    </message>
    <message>
        <source>The keychain is locked, and it was not unlocked.</source>
        <translation>系统钥匙串已锁定，并且没有解锁。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or type the appkey for this run.</source>
        <translation>请解锁后重试，或为本次运行键入 appkey。</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>系统钥匙串没有回应。</translation>
    </message>
    <message>
        <source>Look for its window asking for a password, then try again; or type the appkey for this run.</source>
        <translation>请查找它询问密码的窗口，然后重试；或为本次运行键入 appkey。</translation>
    </message>
    <message>
        <source>The keychain refused: %1</source>
        <translation>系统钥匙串拒绝：%1</translation>
    </message>
    <message>
        <source>Try again, or type the appkey for this run.</source>
        <translation>请重试，或为本次运行键入 appkey。</translation>
    </message>
    <message>
        <source>The keychain holds no appkey for this profile.</source>
        <translation>钥匙串里没有此配置的 appkey。</translation>
    </message>
    <message>
        <source>Type the appkey once; it is then kept there.</source>
        <translation>输入一次 appkey，之后就保存在那里。</translation>
    </message>
</context>
<context>
    <name>KindText</name>
    <message>
        <source>Unknown kind of sheet &quot;%1&quot;.</source>
        <translation>未知的表格类型“%1”。</translation>
    </message>
    <message>
        <source>Unknown operation &quot;%1&quot;.</source>
        <translation>未知的操作“%1”。</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>可用：%1。</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>Clear ranges</source>
        <translation>清除范围</translation>
    </message>
    <message>
        <source>Range products</source>
        <translation>范围商品</translation>
    </message>
    <message>
        <source>Clear customers</source>
        <translation>清除客户</translation>
    </message>
    <message>
        <source>Customer products</source>
        <translation>客户商品</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>LabelText</name>
    <message>
        <source>, </source>
        <translation>， </translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 种商品</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 种商品</translation>
    </message>
    <message>
        <source>%1 products: %2…</source>
        <translation>%1 种商品：%2……</translation>
    </message>
    <message>
        <source>1 product: %1</source>
        <translation>1 种商品：%1</translation>
    </message>
    <message>
        <source>%1 products: %2</source>
        <translation>%1 种商品：%2</translation>
    </message>
</context>
<context>
    <name>LeftBehindCommandText</name>
    <message>
        <source>This is no rehearsal on a copy of a company.</source>
        <translation>这不是在企业副本上的演练。</translation>
    </message>
    <message>
        <source>Name one with --profile; the window makes it.</source>
        <translation>请用 --profile 指定一个演练配置；它由窗口程序创建。</translation>
    </message>
    <message>
        <source>%1 differences from the copy of %2, taken %3.</source>
        <translation>与 %2 的副本（取于 %3）相比有 %1 处差别。</translation>
    </message>
</context>
<context>
    <name>LeftText</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After the rehearsal</source>
        <translation>演练之后</translation>
    </message>
</context>
<context>
    <name>ListReaderText</name>
    <message>
        <source>The rules came without their customers.</source>
        <translation>返回的规则未带客户。</translation>
    </message>
</context>
<context>
    <name>LogCommandText</name>
    <message>
        <source>%1 entries written to %2.</source>
        <translation>已将 %1 条记录写入 %2。</translation>
    </message>
    <message>
        <source>The log has no entry %1.</source>
        <translation>日志里没有第 %1 条。</translation>
    </message>
    <message>
        <source>log goes alone, or with verify, export FILE or curl NUMBER.</source>
        <translation>log 可单独使用，或接 verify、export 文件、curl 序号。</translation>
    </message>
    <message>
        <source>See rangedesk-cli --help.</source>
        <translation>请看 rangedesk-cli --help。</translation>
    </message>
    <message>
        <source>The log is empty: nothing was sent from this folder yet. Each profile has a log of its own (--profile NAME).</source>
        <translation>日志是空的：这个文件夹还没有发出过请求。每个配置有自己的日志（--profile 名称）。</translation>
    </message>
</context>
<context>
    <name>LogRowsText</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>原话或原因</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
</context>
<context>
    <name>LogTablesText</name>
    <message>
        <source>The log %1 cannot be read to its end: %2</source>
        <translation>日志 %1 无法读到末尾：%2</translation>
    </message>
    <message>
        <source>What could be read before that place is right; the rest is damaged.</source>
        <translation>在此之前读到的内容是对的，其余已损坏。</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>%1 entries before this one could not be written.</source>
        <translation>这一条之前有 %1 条记录未能写入。</translation>
    </message>
    <message>
        <source>The log before this one was damaged and is kept as %1.</source>
        <translation>之前的日志已损坏，保存为 %1。</translation>
    </message>
</context>
<context>
    <name>LogWordsText</name>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>add or change</source>
        <translation>新增/修改</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>客户 %1</translation>
    </message>
    <message>
        <source>changed until %1</source>
        <translation>修改时间至 %1</translation>
    </message>
    <message>
        <source>changed since %1</source>
        <translation>修改时间从 %1</translation>
    </message>
    <message>
        <source>made until %1</source>
        <translation>创建时间至 %1</translation>
    </message>
    <message>
        <source>made since %1</source>
        <translation>创建时间从 %1</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答复</translation>
    </message>
    <message>
        <source>Did not leave</source>
        <translation>没有发出</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>本机拦下</translation>
    </message>
    <message>
        <source>Answer not usable</source>
        <translation>答复无法使用</translation>
    </message>
    <message>
        <source>Save a campaign</source>
        <translation>保存活动</translation>
    </message>
    <message>
        <source>Report a registration</source>
        <translation>上报报名</translation>
    </message>
    <message>
        <source>Read campaigns</source>
        <translation>查询活动</translation>
    </message>
    <message>
        <source>Read the enabled conditions</source>
        <translation>查询启用的维度</translation>
    </message>
    <message>
        <source>Read sale ranges</source>
        <translation>查询可售范围</translation>
    </message>
    <message>
        <source>Read customers&apos; ranges</source>
        <translation>查询客户可售范围</translation>
    </message>
    <message>
        <source>Clear a range</source>
        <translation>清除范围</translation>
    </message>
    <message>
        <source>Clear a customer&apos;s range</source>
        <translation>清除客户范围</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 种商品</translation>
    </message>
    <message>
        <source>Entry %1 does not fit its hash: it or one before it was changed or taken out.</source>
        <translation>第 %1 条与其校验值不符：它或它之前的记录被改动或删除过。</translation>
    </message>
    <message>
        <source>%1 entries are missing at the end: the journal knows of more.</source>
        <translation>末尾缺少 %1 条：流水记着更多。</translation>
    </message>
    <message>
        <source>The journal knows an earlier log that is no longer here.</source>
        <translation>流水记着一份更早的日志，它已不在这里。</translation>
    </message>
    <message>
        <source>The log is whole: %1 entries, each fits the one before it.</source>
        <translation>日志完整：共 %1 条，条条与前一条相符。</translation>
    </message>
    <message>
        <source>%1 older entries, from %2 to %3, were dropped by age.</source>
        <translation>%2 至 %3 的 %1 条旧记录已按保留期限删除。</translation>
    </message>
    <message>
        <source>The journal keeps no count yet, so a cut end would not be noticed.</source>
        <translation>流水还没有记下条数，末尾若被截断将无法发现。</translation>
    </message>
    <message>
        <source>Careful: this changes something on the server each time it runs.</source>
        <translation>注意：每运行一次都会改动服务器上的数据。</translation>
    </message>
    <message>
        <source>The body was not kept: put it between the apostrophes.</source>
        <translation>没有保存请求内容：请把它放在引号之间。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>The server&apos;s words, or the reason</source>
        <translation>服务器原话或原因</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>发出字节</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>收到字节</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>An earlier log was damaged and set aside; the first entry names the file.</source>
        <translation>更早的日志已损坏并另存；第一条记录写有文件名。</translation>
    </message>
    <message>
        <source>This entry does not say to which server it went.</source>
        <translation>这条记录没有写明发往哪台服务器。</translation>
    </message>
    <message>
        <source>The profile trusts an authority of its own: add --cacert with its PEM file.</source>
        <translation>配置使用自有证书机构：请加上 --cacert 和它的 PEM 文件。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>Change range products</source>
        <translation>修改范围商品</translation>
    </message>
    <message>
        <source>Change customer products</source>
        <translation>修改客户商品</translation>
    </message>
</context>
<context>
    <name>MappingText</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place, or free some space.</source>
        <translation>请换一个位置，或腾出空间。</translation>
    </message>
    <message>
        <source>The template needs a name.</source>
        <translation>模板需要名称。</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>无法创建文件夹。</translation>
    </message>
    <message>
        <source>%1 is no column template.</source>
        <translation>%1 不是列模板。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
</context>
<context>
    <name>MarkText</name>
    <message>
        <source>Refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核对一致</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Queued again</source>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>未生效</translation>
    </message>
</context>
<context>
    <name>OptionText</name>
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
        <source>import takes exactly one of --check, --dry-run and --apply.</source>
        <translation>import 必须且只能给出 --check、--dry-run、--apply 之一。</translation>
    </message>
    <message>
        <source>import needs --kind.</source>
        <translation>import 需要 --kind。</translation>
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
    <message>
        <source>Work with a profile of the window.</source>
        <translation>使用窗口中的连接配置。</translation>
    </message>
    <message>
        <source>Agree to post to production: the name of the profile, or the server&apos;s host.</source>
        <translation>同意发送到正式环境：配置名称，或服务器主机名。</translation>
    </message>
    <message>
        <source>The plan that is agreed to, as --dry-run printed it.</source>
        <translation>所同意的计划，即 --dry-run 打印的值。</translation>
    </message>
    <message>
        <source>Raise the profile&apos;s ceiling of requests for this job.</source>
        <translation>为本次任务提高请求数上限。</translation>
    </message>
    <message>
        <source>Raise the profile&apos;s ceiling of removals for this job.</source>
        <translation>为本次任务提高移除占比上限。</translation>
    </message>
    <message>
        <source>--profile goes without --demo, --base-url and --openid.</source>
        <translation>--profile 不能与 --demo、--base-url、--openid 同用。</translation>
    </message>
    <message>
        <source>--confirm and --plan go together; --dry-run prints the plan.</source>
        <translation>--confirm 与 --plan 须同用；计划由 --dry-run 打印。</translation>
    </message>
    <message>
        <source>--max-requests takes a number, --max-removals 0 to 100.</source>
        <translation>--max-requests 需要数字，--max-removals 为 0 到 100。</translation>
    </message>
    <message>
        <source>--confirm and --plan go with --apply: only then is anything posted.</source>
        <translation>--confirm 和 --plan 要与 --apply 一起使用：只有那时才会发送。</translation>
    </message>
    <message>
        <source>Kind of the sheet: %1.</source>
        <translation>表格类型：%1。</translation>
    </message>
    <message>
        <source>upsert (default), delete, per-row, clear, insert-only, change-only, or exact.</source>
        <translation>upsert（默认）、delete、per-row、clear、insert-only、change-only 或 exact。</translation>
    </message>
    <message>
        <source>Sheet of a workbook; the first that is not hidden by default.</source>
        <translation>工作簿中的工作表；默认为第一个未隐藏的。</translation>
    </message>
    <message>
        <source>Leave out the hidden rows of a workbook.</source>
        <translation>不读取工作簿中隐藏的行。</translation>
    </message>
    <message>
        <source>Words for the colleague who opens an exported change set.</source>
        <translation>写给打开更改集的同事的话。</translation>
    </message>
    <message>
        <source>Write the outcome of every row: FILE.csv or FILE.xlsx.</source>
        <translation>写出每一行的结果：FILE.csv 或 FILE.xlsx。</translation>
    </message>
    <message>
        <source>Write the refused rows, to correct and import again: FILE.csv or FILE.xlsx.</source>
        <translation>写出被拒绝的行，修改后可再次导入：FILE.csv 或 FILE.xlsx。</translation>
    </message>
    <message>
        <source>%1 needs --output.</source>
        <translation>%1 需要 --output。</translation>
    </message>
    <message>
        <source>%1 takes either --dry-run or --apply.</source>
        <translation>%1 需要 --dry-run 或 --apply 之一。</translation>
    </message>
    <message>
        <source>%1 takes one file.</source>
        <translation>%1 需要一个文件。</translation>
    </message>
    <message>
        <source>templates takes one kind of sheet.</source>
        <translation>templates 需要一个表格类型。</translation>
    </message>
    <message>
        <source>%1 takes the number of one job.</source>
        <translation>%1 需要一个任务编号。</translation>
    </message>
    <message>
        <source>A sheet of kind %1 only clears.</source>
        <translation>%1 类表格只能清除。</translation>
    </message>
    <message>
        <source>Undo only rows of these lines of the sheet, such as 2,5-9; 0 is for removals of what the sheet does not name.</source>
        <translation>只撤销表格中这些行，例如 2,5-9；0 表示表格中没有而被移除的行。</translation>
    </message>
    <message>
        <source>The reference list is whole: what only an earlier list told goes.</source>
        <translation>名单是完整的：只在以前的名单里出现的会移除。</translation>
    </message>
    <message>
        <source>List the jobs of the archive.</source>
        <translation>列出归档中的任务。</translation>
    </message>
    <message>
        <source>How the columns are read: a column template that the window gave away.</source>
        <translation>列如何读取：窗口导出的列模板文件。</translation>
    </message>
    <message>
        <source>The column template &quot;%1&quot; is for sheets of kind %2.</source>
        <translation>列模板“%1”用于 %2 类的表格。</translation>
    </message>
    <message>
        <source>where takes one product.</source>
        <translation>where 需要一个商品。</translation>
    </message>
    <message>
        <source>How rules combine, an assumption: union (default), customer, or specific.</source>
        <translation>规则怎样叠加（假定）：union（默认）、customer 或 specific。</translation>
    </message>
    <message>
        <source>explain takes one customer, or attributes of one.</source>
        <translation>explain 需要一家客户，或一家客户的属性。</translation>
    </message>
    <message>
        <source>Put the values that server and catalogue know into a template.</source>
        <translation>把服务器和资料库中已有的值写入模板。</translation>
    </message>
    <message>
        <source>Attribute of a customer, for explain.</source>
        <translation>客户的属性，用于 explain。</translation>
    </message>
    <message>
        <source>A change set is written as FILE%1.</source>
        <translation>更改集写成 文件%1。</translation>
    </message>
    <message>
        <source>--kind goes with --output: what the change set is to hold.</source>
        <translation>--kind 与 --output 一起用：指定更改集包含哪一类更改。</translation>
    </message>
    <message>
        <source>The health check proposes changes of ranges alone.</source>
        <translation>健康检查只建议可售范围的更改。</translation>
    </message>
    <message>
        <source>File that export, templates, registrations and health write.</source>
        <translation>export、templates、registrations 和 health 写出的文件。</translation>
    </message>
    <message>
        <source>--%1 takes a file that ends with .csv or .xlsx.</source>
        <translation>--%1 须是以 .csv 或 .xlsx 结尾的文件。</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from 1 on; &quot;%2&quot; is none.</source>
        <translation>--%1 须是从 1 起的整数；“%2”不是。</translation>
    </message>
    <message>
        <source>%1 name the customer twice: give one of them.</source>
        <translation>%1 重复指定了客户：请只给其中一个。</translation>
    </message>
    <message>
        <source>Reads and changes sale ranges and campaigns.

Commands:
  campaigns        query campaigns
  dimensions       query the enabled sale-range dimensions
  rules            query sale-range rules
  customer-rules   query the rules of customers
  health [RULE …]  what is odd about the rules, and what could be done; --output FILE.rdchanges
                   writes the changes that it proposes, of one --kind
  explain CUSTOMER what a customer may sell, and by which rules; or --dept VALUE … instead
  where PRODUCT    which customers of the catalogue may sell a product
  left-behind      what a rehearsal left behind, beside its copy of the company
  registrations ID who registered for a campaign; --output FILE with decisions
  import FILE      check, preview or apply a sheet
  undo JOB         preview or apply what undoes a job
  retry JOB        preview or apply the rows that failed once more
  export JOB       write its changes as one file to share
  open FILE        preview or apply such a file
  templates KIND   write an empty sheet
  reference FILE   take over a list of customers, products or values: --kind, --full
  jobs             list jobs; jobs show|resume|report|archive|restore ID
  profiles         list the profiles of the window
  log              the newest requests; log verify|export FILE|curl NUMBER

The key comes from the environment variable RANGEDESK_APPKEY where it is set, else with --profile
from the keychain.
Exit codes: 0 all done; 1 some rows refused, held, rejected, failed or unknown; 2 bad usage or unreadable input;
3 no connection or refused credentials; 4 interrupted and resumable.</source>
        <translation>查询和修改可售范围与活动。

命令：
  campaigns        查询活动
  dimensions       查询启用的可售范围维度
  rules            查询可售范围规则
  customer-rules   查询客户的可售范围规则
  health [规则 …]  检查规则里的异常，并给出建议；--output 文件.rdchanges
                   写出建议的更改（一个 --kind）
  explain 客户     这家客户能卖什么，依据哪些规则；或以 --dept 值 等设想一家
  where 商品       资料库中哪些客户可以卖这个商品
  left-behind      演练留下了什么，与企业副本比较
  registrations 活动  报名名单；--output 文件 连同审核结果写出
  import 文件      校验、预览或执行一张表格
  undo JOB         预览或执行撤销一个任务
  retry JOB        预览或执行重试失败的行
  export JOB       把任务的更改写成一个文件，供分享
  open FILE        预览或执行这样的文件
  templates KIND   写出空表格
  reference FILE   导入客户、商品或维度值的名单：--kind、--full
  jobs             任务列表；jobs show|resume|report|archive|restore 编号
  profiles         列出窗口里建的配置
  log              最新的请求；log verify|export 文件|curl 序号

密钥取自环境变量 RANGEDESK_APPKEY；没有设置时，用 --profile 则取自系统
钥匙串。
退出码：0 全部完成；1 有行未通过、暂缓、被服务器拒绝、失败或未知；2 用法有误或文件不可读；
3 没有连接或密钥被拒绝；4 已中断，可续传。</translation>
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
    <message>
        <source>Plan %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>Settling %1 requests whose fate is unknown, by reading back</source>
        <translation>正在读回核实 %1 个结果未知的请求</translation>
    </message>
    <message>
        <source>Clearings: %1</source>
        <translation>清除：%1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>What was to be printed could not be written: %1.</source>
        <translation>要输出的内容写不出去：%1。</translation>
    </message>
</context>
<context>
    <name>PaletteText</name>
    <message>
        <source>Customer range: %1 products</source>
        <translation>客户可售：%1 种商品</translation>
    </message>
    <message>
        <source>Sale range: %1 products</source>
        <translation>可售范围：%1 种商品</translation>
    </message>
</context>
<context>
    <name>PastedWords</name>
    <message>
        <source>%1 have it: %2</source>
        <translation>%1 个同名或同码：%2</translation>
    </message>
    <message>
        <source>Not known. Perhaps %1 %2?</source>
        <translation>查无。是不是 %1 %2？</translation>
    </message>
    <message>
        <source>Damaged by a spreadsheet; it cannot be restored</source>
        <translation>已被表格软件损坏，无法还原</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>资料库里没有</translation>
    </message>
</context>
<context>
    <name>PathText</name>
    <message>
        <source>Give another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>The report would overwrite the sheet %1.</source>
        <translation>报告会覆盖表格 %1。</translation>
    </message>
    <message>
        <source>%1 belongs to the data folder.</source>
        <translation>%1 是数据目录自己的文件。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已经存在。</translation>
    </message>
    <message>
        <source>Give another name, or remove it first.</source>
        <translation>请换一个名称，或先把它删除。</translation>
    </message>
</context>
<context>
    <name>PicksText</name>
    <message>
        <source>The list of favourites cannot be read.</source>
        <translation>收藏列表无法读取。</translation>
    </message>
    <message>
        <source>A copy of it is kept beside the new one.</source>
        <translation>已在新文件旁保留一份副本。</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>Not an HTTPS address of a public server: it is not opened from here.</source>
        <translation>不是公网服务器的 HTTPS 地址，不从这里打开。</translation>
    </message>
    <message>
        <source>The certificate of the picture&apos;s server was refused.</source>
        <translation>图片所在服务器的证书未通过验证。</translation>
    </message>
    <message>
        <source>The picture&apos;s server says no (HTTP %1).</source>
        <translation>图片所在服务器拒绝（HTTP %1）。</translation>
    </message>
    <message>
        <source>The picture&apos;s server does not answer.</source>
        <translation>图片所在服务器没有答复。</translation>
    </message>
    <message>
        <source>No picture came.</source>
        <translation>没有取到图片。</translation>
    </message>
    <message>
        <source>The address leads into the own network: it is not opened from here.</source>
        <translation>该地址指向内部网络，此处不打开。</translation>
    </message>
    <message>
        <source>The picture has moved to where it is not looked for.</source>
        <translation>图片已转移到不允许访问的地址。</translation>
    </message>
    <message>
        <source>The picture is too large, or took too long.</source>
        <translation>图片过大，或下载时间过长。</translation>
    </message>
</context>
<context>
    <name>PostingText</name>
    <message>
        <source>%1 ranges</source>
        <translation>%1 个范围</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 家客户</translation>
    </message>
    <message>
        <source>%1 requests, the ceiling is %2</source>
        <translation>%1 个请求，上限为 %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows remove products, the ceiling is %3%</source>
        <translation>%2 行中有 %1 行移除商品，上限为 %3%</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 of the rows remove products.</source>
        <translation>其中 %1 行移除商品。</translation>
    </message>
    <message>
        <source>%1 of the rows could not be compared with the server.</source>
        <translation>其中 %1 行无法与服务器现值比较。</translation>
    </message>
    <message>
        <source>The targets are read again first; rows that changed meanwhile are held back.</source>
        <translation>发送前会再读一次；期间被改动的行暂缓，不发送。</translation>
    </message>
    <message>
        <source>Post to %1?</source>
        <translation>发送到%1环境？</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>返回预览</translation>
    </message>
    <message>
        <source>Post %1 requests</source>
        <translation>发送 %1 个请求</translation>
    </message>
    <message>
        <source>Open the write lock of %1?</source>
        <translation>打开 %1 的写入锁？</translation>
    </message>
    <message>
        <source>While it is locked, nothing that changes the server leaves this program.</source>
        <translation>锁上时，任何会改动服务器的请求都不会离开本程序。</translation>
    </message>
    <message>
        <source>It locks again by itself after %1 minutes.</source>
        <translation>%1 分钟后自动重新锁上。</translation>
    </message>
    <message>
        <source>Leave it locked</source>
        <translation>保持锁定</translation>
    </message>
    <message>
        <source>Open the write lock</source>
        <translation>打开写入锁</translation>
    </message>
    <message>
        <source>What is posted holds at once for all customers it concerns.</source>
        <translation>发送后立即对相关客户生效。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>of %1 read</source>
        <translation>读入 %1</translation>
    </message>
    <message>
        <source>I mean it: %1</source>
        <translation>确实如此：%1</translation>
    </message>
    <message>
        <source>Lock again once it is done (else in %1)</source>
        <translation>完成后重新锁上写入（否则 %1后自动锁上）</translation>
    </message>
    <message>
        <source>Post %1 requests to %2 (%3, %4 products)</source>
        <translation>向%2环境发送 %1 个请求（%3，%4 种商品）</translation>
    </message>
    <message>
        <source>Job #%1 goes on where it was interrupted.</source>
        <translation>任务 #%1 从中断处继续。</translation>
    </message>
    <message>
        <source>What was sent and got no answer is read back first. The targets of unsent rows are read again; rows that changed meanwhile are held back.</source>
        <translation>已发出而没有回音的请求会先读回核对。未发送的行会再读一次；期间被改动的行暂缓，不发送。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Resume job #%1 in %2</source>
        <translation>在%2环境继续任务 #%1</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个活动</translation>
    </message>
    <message>
        <source>The platform cannot take registrations back.</source>
        <translation>平台不能撤回报名。</translation>
    </message>
    <message>
        <source>The platform cannot delete campaigns; an undo of a new one ends it.</source>
        <translation>平台不能删除活动；撤销新建只能把它改为“结束”。</translation>
    </message>
    <message>
        <source>%1 rows in %2 requests create or change %3.</source>
        <translation>%1 行，%2 个请求，新建或更改 %3。</translation>
    </message>
    <message>
        <source>%1 rows in %2 requests register %3 customers for %4.</source>
        <translation>%1 行，%2 个请求，为 %4 登记 %3 个客户报名。</translation>
    </message>
    <message>
        <source>%1 rows in %2 requests change %3 and %4 products.</source>
        <translation>%1 行，%2 个请求，涉及 %3、%4 种商品。</translation>
    </message>
    <message>
        <source>They go to: %1</source>
        <translation>发送到：%1</translation>
    </message>
    <message>
        <source>They begin %1, if RangeDesk is open then.</source>
        <translation>%1 开始，届时 RangeDesk 须已打开。</translation>
    </message>
    <message>
        <source>Post to %1 at %2?</source>
        <translation>%2 发送到%1环境？</translation>
    </message>
    <message>
        <source>Post %1 requests then</source>
        <translation>届时发送 %1 个请求</translation>
    </message>
    <message>
        <source>Post %1 requests to %2 (%3)</source>
        <translation>发送 %1 个请求到%2（%3）</translation>
    </message>
    <message>
        <source>They go after job #%1, which is running.</source>
        <translation>排在正在运行的任务 #%1 之后发送。</translation>
    </message>
    <message>
        <source>Clearing takes away %1.</source>
        <translation>清除将去掉 %1。</translation>
    </message>
</context>
<context>
    <name>ProfileColor</name>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>棕</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ProfileCommandText</name>
    <message>
        <source>Open the profile in the window once, or put the key into the environment variable RANGEDESK_APPKEY.</source>
        <translation>请先在窗口中打开一次该配置，或把密钥放入环境变量 RANGEDESK_APPKEY。</translation>
    </message>
    <message>
        <source>No profile was made yet: start the window to make one.</source>
        <translation>还没有连接配置：请启动窗口新建。</translation>
    </message>
    <message>
        <source>The password of the proxy: %1</source>
        <translation>代理的密码：%1</translation>
    </message>
</context>
<context>
    <name>ProfileStoreText</name>
    <message>
        <source>The list of profiles %1 cannot be read: %2</source>
        <translation>无法读取连接配置列表 %1：%2</translation>
    </message>
    <message>
        <source>It was left as it is. Mend it, or move it away to begin anew; the keys stay in the keychain.</source>
        <translation>文件保持原样。请修复它，或移走后重新开始；密钥仍在系统钥匙串中。</translation>
    </message>
    <message>
        <source>it is far too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <source>it is not JSON (at byte %1).</source>
        <translation>不是 JSON（第 %1 字节）。</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>没有名为“%1”的连接配置。</translation>
    </message>
    <message>
        <source>No profile was made yet: start the window to make one.</source>
        <translation>还没有连接配置：请启动窗口新建。</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>现有：%1</translation>
    </message>
    <message>
        <source>The list of profiles %1 cannot be written: %2</source>
        <translation>无法写入连接配置列表 %1：%2</translation>
    </message>
    <message>
        <source>Free some space, or give this user the right to write there.</source>
        <translation>请腾出空间，或给予此用户写入权限。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法新建文件夹 %1。</translation>
    </message>
    <message>
        <source>Another instance is changing the profiles.</source>
        <translation>另一个实例正在修改连接配置。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The profile is gone, but its folder %1 could not be removed.</source>
        <translation>连接配置已删除，但其文件夹 %1 无法删除。</translation>
    </message>
    <message>
        <source>This file is not an exported profile.</source>
        <translation>这个文件不是导出的连接配置。</translation>
    </message>
    <message>
        <source>it holds no list of profiles.</source>
        <translation>里面没有连接配置列表。</translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message>
        <source>%1 must be %2 to %3.</source>
        <translation>%1须在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>连接配置需要名称。</translation>
    </message>
    <message>
        <source>For instance the company and whether it is test or production.</source>
        <translation>例如公司名加上测试或正式。</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>名称超过 %1 个字符。</translation>
    </message>
    <message>
        <source>Another profile has the name &quot;%1&quot;.</source>
        <translation>已有名为“%1”的连接配置。</translation>
    </message>
    <message>
        <source>Choose a name that cannot be mistaken for it.</source>
        <translation>请另取一个不会混淆的名称。</translation>
    </message>
    <message>
        <source>The minutes of the write lock</source>
        <translation>写入锁的分钟数</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>同时在途请求</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Products a request</source>
        <translation>每个请求的商品数</translation>
    </message>
    <message>
        <source>The most requests of a job</source>
        <translation>每个任务的请求上限</translation>
    </message>
    <message>
        <source>The share of removals</source>
        <translation>移除占比</translation>
    </message>
    <message>
        <source>The appkey is missing.</source>
        <translation>缺少 appkey。</translation>
    </message>
    <message>
        <source>Copy it from the open-interface page of the platform.</source>
        <translation>请从平台的“开放接口”页面复制。</translation>
    </message>
    <message>
        <source>The appkey holds a character that keys do not have, or is too long.</source>
        <translation>appkey 含有密钥不会有的字符，或过长。</translation>
    </message>
    <message>
        <source>Copy it again, without the space around it.</source>
        <translation>请重新复制，不要带上前后空格。</translation>
    </message>
    <message>
        <source>A profile cannot be read: the field %1 is missing or not of its kind.</source>
        <translation>无法读取连接配置：字段 %1 缺失或类型不对。</translation>
    </message>
    <message>
        <source>The largest answer, in MB,</source>
        <translation>最大答复（MB）</translation>
    </message>
</context>
<context>
    <name>ProxyText</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none (the system names none)</source>
        <translation>无（系统没有设置）</translation>
    </message>
    <message>
        <source>of the system: %1</source>
        <translation>系统代理：%1</translation>
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
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Campaign code</source>
        <translation>活动编号</translation>
    </message>
    <message>
        <source>Type code</source>
        <translation>类型编码</translation>
    </message>
    <message>
        <source>Created after</source>
        <translation>创建时间晚于</translation>
    </message>
    <message>
        <source>Created before</source>
        <translation>创建时间早于</translation>
    </message>
    <message>
        <source>Changed after</source>
        <translation>修改时间晚于</translation>
    </message>
    <message>
        <source>Changed before</source>
        <translation>修改时间早于</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The named queries cannot be read: %1</source>
        <translation>无法读取已保存的查询：%1</translation>
    </message>
    <message>
        <source>A copy of the file was kept beside it.</source>
        <translation>已在旁边保留该文件的副本。</translation>
    </message>
    <message>
        <source>--%1 &quot;%2&quot;: %3</source>
        <translation>--%1“%2”：%3</translation>
    </message>
</context>
<context>
    <name>RangeText</name>
    <message>
        <source>The rule is deleted.</source>
        <translation>规则已删除。</translation>
    </message>
    <message>
        <source>A condition has several values. The API can only name ranges with one value each.</source>
        <translation>有一个条件含多个值，接口只能指明每个条件一个值的范围。</translation>
    </message>
    <message>
        <source>A condition is of a kind that the API cannot name.</source>
        <translation>有一个条件是接口无法指明的类型。</translation>
    </message>
    <message>
        <source>A condition is of a dimension that your company has not enabled.</source>
        <translation>有一个条件所用的维度，贵公司没有启用。</translation>
    </message>
    <message>
        <source>The rule has no condition, so no request can name it.</source>
        <translation>规则没有条件，任何请求都无法指明它。</translation>
    </message>
    <message>
        <source>Several customers share this rule.</source>
        <translation>多家客户共用这条规则。</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
</context>
<context>
    <name>ReachText</name>
    <message>
        <source>gains</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>loses</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>gains, loses</source>
        <translation>有增有减</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标记变化</translation>
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
        <source>%1 of %2 products</source>
        <translation>%2 种商品中可售 %1 种</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After posting</source>
        <translation>发送之后</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>What was read before cannot be used: it is damaged.</source>
        <translation>以前读取的内容已损坏，无法使用。</translation>
    </message>
    <message>
        <source>Read it from the server again.</source>
        <translation>请从服务器重新读取。</translation>
    </message>
</context>
<context>
    <name>RecorderText</name>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1…（共 %2 个字符）</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
</context>
<context>
    <name>ReferenceCommandText</name>
    <message>
        <source>The headings do not tell what this is a list of.</source>
        <translation>从表头看不出这是什么名单。</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot; of reference list.</source>
        <translation>没有“%1”这种参考名单。</translation>
    </message>
    <message>
        <source>--kind takes one of: %1</source>
        <translation>--kind 可用：%1</translation>
    </message>
    <message>
        <source>Line %1: %2 %3 %4</source>
        <translation>第 %1 行：%2 %3 %4</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 the same, %4 repeated, %5 refused, %6 go</source>
        <translation>新增 %1，更改 %2，相同 %3，重复 %4，未通过 %5，移除 %6</translation>
    </message>
    <message>
        <source>reference needs --profile, --demo, or --base-url and --openid.</source>
        <translation>reference 需要 --profile、--demo，或 --base-url 与 --openid。</translation>
    </message>
    <message>
        <source>This looks like a sheet of changes or a report, not like a reference list. Nothing was taken over.</source>
        <translation>这像是一张改动表格或报告，不像参照清单。没有导入任何内容。</translation>
    </message>
    <message>
        <source>If it is a list, say of what; --kind takes one of: %1</source>
        <translation>如果确实是清单，请说明是什么的清单；--kind 可取：%1</translation>
    </message>
</context>
<context>
    <name>ReferenceModelText</name>
    <message>
        <source>not taken over</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID 号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Column of the sheet</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>第一个值</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Attribute: %1</source>
        <translation>属性：%1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ReferenceText</name>
    <message>
        <source>It holds a line break or a control character.</source>
        <translation>含有换行或控制字符。</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>太长。</translation>
    </message>
    <message>
        <source>A spreadsheet damaged this id: digits are gone. Format the column as text.</source>
        <translation>这个 ID 被电子表格损坏，数字已经丢失。请把该列设为文本格式。</translation>
    </message>
    <message>
        <source>An id is made of digits.</source>
        <translation>ID 只能由数字组成。</translation>
    </message>
    <message>
        <source>A spreadsheet damaged this code. Format the column as text.</source>
        <translation>这个编码被电子表格损坏。请把该列设为文本格式。</translation>
    </message>
    <message>
        <source>%1 known entries bear it: which one is meant needs the id.</source>
        <translation>有 %1 条已知资料都是它：需要 ID 才能确定是哪一条。</translation>
    </message>
    <message>
        <source>Line %1 says something else of the same entry.</source>
        <translation>第 %1 行对同一条资料的说法不同。</translation>
    </message>
    <message>
        <source>No column names the entries of this list.</source>
        <translation>没有任何一列能确定名单里的资料。</translation>
    </message>
    <message>
        <source>Give a column the meaning id, code, external id or name.</source>
        <translation>请把某一列的含义设为 ID、编码、第三方标识或名称。</translation>
    </message>
    <message>
        <source>Nothing says which entry this row is about.</source>
        <translation>看不出这一行说的是哪一条资料。</translation>
    </message>
    <message>
        <source>It has fewer cells than there are headings.</source>
        <translation>单元格比表头少。</translation>
    </message>
    <message>
        <source>It has more cells than there are headings.</source>
        <translation>单元格比表头多。</translation>
    </message>
    <message>
        <source>The server tells this code of another id: %1.</source>
        <translation>服务器上这个编码属于另一个 ID：%1。</translation>
    </message>
    <message>
        <source>The list has %1 attributes; %2 can be taken over.</source>
        <translation>名单有 %1 个属性；最多可导入 %2 个。</translation>
    </message>
    <message>
        <source>Choose &quot;not taken over&quot; for columns that nobody filters by.</source>
        <translation>请把不用于筛选的列选为“不导入”。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>名单是空的。</translation>
    </message>
    <message>
        <source>%1 rows are refused: their entries would go as if the list did not name them.</source>
        <translation>%1 行未通过：它们的资料会像不在名单里一样被移除。</translation>
    </message>
    <message>
        <source>Correct the rows, or take the list as an update.</source>
        <translation>请更正这些行，或以更新方式导入。</translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>%1 new</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>相同 %1</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>重复 %1</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>未通过 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; %1 go</source>
        <translation>；移除 %1</translation>
    </message>
    <message>
        <source>; %1 lose the attributes of earlier lists</source>
        <translation>；%1 条失去以前名单的属性</translation>
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
    <message>
        <source>The cell is merged with that of line %1, so it is empty by itself. Unmerge the cells and fill each of them.</source>
        <translation>该单元格与第 %1 行合并，本身为空。请取消合并并逐一填写。</translation>
    </message>
    <message>
        <source>The row clears everything of its target, but names a product. Empty that cell, or delete the one product instead.</source>
        <translation>该行清除对象的全部商品，却填了商品。请清空该单元格，或改为删除这一种商品。</translation>
    </message>
    <message>
        <source>Not a value as change sets hold it: absent, 0/0, 1/0, 0/1 or 1/1.</source>
        <translation>不是更改集中的取值：absent、0/0、1/0、0/1 或 1/1。</translation>
    </message>
    <message>
        <source>Not an operation. Use 0 or 新增/修改 to add or change, 1 or 删除 to delete, 清除 to clear.</source>
        <translation>不是操作。请填 0 或 新增/修改、1 或 删除、清除。</translation>
    </message>
    <message>
        <source>This cell has no usable value: a formula without one, or a number format that shows something else. Enter the value itself, as text.</source>
        <translation>该单元格没有可用的值：公式没有值，或数字格式显示的是别的内容。请以文本直接填入值。</translation>
    </message>
    <message>
        <source>No campaign is named. Fill its external id or its code.</source>
        <translation>没有标明活动。请填写第三方标识或活动编号。</translation>
    </message>
    <message>
        <source>The server has no campaign of this name. Correct it, or create it first.</source>
        <translation>服务器上没有这个活动。请更正，或先创建它。</translation>
    </message>
    <message>
        <source>A campaign with this external id is there already: %1. Choose another id, or change that one.</source>
        <translation>使用这个第三方标识的活动已经存在：%1。请换一个标识，或修改那个活动。</translation>
    </message>
    <message>
        <source>This campaign has no external id, and only by that can it be written.</source>
        <translation>该活动没有第三方标识，而接口只能凭它写入。</translation>
    </message>
    <message>
        <source>The campaign is new, and a new one needs these as well: %1.</source>
        <translation>这是新活动，还需要填写：%1。</translation>
    </message>
    <message>
        <source>The row names a campaign and nothing to change about it.</source>
        <translation>这一行只标明了活动，没有要修改的内容。</translation>
    </message>
    <message>
        <source>The platform wants a value here; it cannot be cleared.</source>
        <translation>平台要求这里必须有值，不能清空。</translation>
    </message>
    <message>
        <source>A value with a comma cannot be sent in a comma-separated list. Use the id.</source>
        <translation>列表以逗号分隔，含逗号的值不能发送。请改用 ID。</translation>
    </message>
    <message>
        <source>The platform can neither delete campaigns nor take registrations back.</source>
        <translation>平台不能删除活动，也不能撤回报名。</translation>
    </message>
    <message>
        <source>Other rows ask for something else for the same thing: lines %1. Keep one of them.</source>
        <translation>其他行对同一对象有不同要求：第 %1 行。请只保留一行。</translation>
    </message>
    <message>
        <source>Not an operation. Use 新增 (add) or 修改 (change), or leave it empty.</source>
        <translation>不是有效操作。请写“新增”或“修改”，或留空。</translation>
    </message>
</context>
<context>
    <name>RegistrationsText</name>
    <message>
        <source>There is no campaign %1.</source>
        <translation>没有活动 %1。</translation>
    </message>
    <message>
        <source>Name it by its external id or its code.</source>
        <translation>请用第三方标识或活动编号指明。</translation>
    </message>
    <message>
        <source>covered %1, notified %2, registered %3</source>
        <translation>覆盖 %1，已通知 %2，已报名 %3</translation>
    </message>
    <message>
        <source>registrations takes one campaign, by its external id or code.</source>
        <translation>registrations 需要一个活动：第三方标识或编号。</translation>
    </message>
    <message>
        <source>%1 registrations written to %2.</source>
        <translation>已将 %1 家报名写入 %2。</translation>
    </message>
    <message>
        <source>--output takes a file that ends with .xlsx or .csv.</source>
        <translation>--output 的文件名须以 .xlsx 或 .csv 结尾。</translation>
    </message>
</context>
<context>
    <name>RehearsalText</name>
    <message>
        <source>The profile that this rehearsal copies is there no more.</source>
        <translation>此演练所复制的配置已不存在。</translation>
    </message>
    <message>
        <source>Nothing is known of %1 on this computer yet.</source>
        <translation>本机还没有 %1 的任何数据。</translation>
    </message>
    <message>
        <source>Open that profile and read its ranges (F5); then rehearse.</source>
        <translation>请先打开该配置并获取其范围（F5），再演练。</translation>
    </message>
    <message>
        <source>The copy for the rehearsal cannot be read.</source>
        <translation>演练用的副本无法读取。</translation>
    </message>
    <message>
        <source>Take a fresh copy.</source>
        <translation>请重新取一份副本。</translation>
    </message>
    <message>
        <source>The earlier copy cannot be replaced: %1</source>
        <translation>旧副本无法替换：%1</translation>
    </message>
    <message>
        <source>Close other windows of this profile, and check the rights of its folder.</source>
        <translation>请关闭该配置的其他窗口，并检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>Make a rehearsal of another one.</source>
        <translation>请为其他公司新建演练。</translation>
    </message>
    <message>
        <source>This copy is of another server or company than %1 is now.</source>
        <translation>此副本来自另一服务器或公司，与 %1 现在的不同。</translation>
    </message>
    <message>
        <source>Take a fresh copy, in the profile menu.</source>
        <translation>请在配置菜单中重新取副本。</translation>
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
    <message>
        <source>queued</source>
        <translation>排队</translation>
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
        <translation>中断</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>In order; kept so that the target stays complete.</source>
        <translation>本行无误；保留以使该对象完整。</translation>
    </message>
    <message>
        <source>Sending broke off; read back, it was not there. It can be retried.</source>
        <translation>发送中断；读回核对并未生效。可以重试。</translation>
    </message>
</context>
<context>
    <name>RescueText</name>
    <message>
        <source>The job journal was damaged and has been set aside as %1.</source>
        <translation>任务日志已损坏，并已另存为 %1。</translation>
    </message>
    <message>
        <source>Look at the list of jobs first: it shows what can still be read. Then post again.</source>
        <translation>请先查看任务中心：其中列出还能读出的内容，然后再发送。</translation>
    </message>
</context>
<context>
    <name>ResultText</name>
    <message>
        <source>This is the sheet itself. Choose another name; nothing was written.</source>
        <translation>这就是表格本身。请换一个名称；没有写入。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>导出未通过的行</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Share the changes as a file</source>
        <translation>把更改存为文件分享</translation>
    </message>
</context>
<context>
    <name>ReviewModelText</name>
    <message>
        <source>changed since it was decided</source>
        <translation>审核后有变化</translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>registered %1 times</source>
        <translation>报名 %1 次</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>other information</source>
        <translation>信息有变</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未报名</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>所在名单</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Since the last download</source>
        <translation>自上次下载</translation>
    </message>
    <message>
        <source>Registered at, as reported from here</source>
        <translation>报名时间（本机登记）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>审核时间</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>客户编码</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>客户 ID</translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>审核时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>客户编码</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>客户 ID</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>所在名单</translation>
    </message>
    <message>
        <source>Since the last download</source>
        <translation>自上次下载</translation>
    </message>
    <message>
        <source>May be the same as</source>
        <translation>疑似同一家</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Merchant information</source>
        <translation>商家信息</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Campaign code</source>
        <translation>活动编号</translation>
    </message>
    <message>
        <source>Downloaded at</source>
        <translation>下载时间</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Overlap of the lists</source>
        <translation>名单重叠</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未审</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>other information</source>
        <translation>信息有变</translation>
    </message>
    <message>
        <source>in no list any more</source>
        <translation>已不在任何名单</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>在覆盖名单</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>不在覆盖名单</translation>
    </message>
    <message>
        <source>notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>not notified</source>
        <translation>从未通知</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>未报名</translation>
    </message>
    <message>
        <source>the same licence</source>
        <translation>执照号相同</translation>
    </message>
    <message>
        <source>the same telephone</source>
        <translation>手机号相同</translation>
    </message>
    <message>
        <source>nearly the same name</source>
        <translation>名称相近</translation>
    </message>
    <message>
        <source>Only those that a filter showed</source>
        <translation>仅含筛选出的</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 家中的 %1 家</translation>
    </message>
    <message>
        <source>Registered at, as reported from here</source>
        <translation>报名时间（本机登记）</translation>
    </message>
    <message>
        <source>… (cut: a cell holds no more; an export as CSV has all of it)</source>
        <translation>……（已截断：单元格容不下更多，导出为 CSV 可得全文）</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未报名</translation>
    </message>
    <message>
        <source>Since the download of %1</source>
        <translation>与 %1 的下载相比</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不通过</translation>
    </message>
</context>
<context>
    <name>RewriteText</name>
    <message>
        <source>&quot;%1&quot; is to be made of the column &quot;%2&quot;, which the sheet lacks.</source>
        <translation>“%1”要由“%2”列拼出，但表格里没有这一列。</translation>
    </message>
    <message>
        <source>Take the made column away, or choose another template.</source>
        <translation>去掉拼出的列，或换一个列模板。</translation>
    </message>
    <message>
        <source>This program cannot make the column &quot;%1&quot; of others.</source>
        <translation>本程序不能由其他列拼出“%1”列。</translation>
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
    <name>RuleModelText</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Conditions (all of them)</source>
        <translation>条件（全部满足）</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>list cut short by %1</source>
        <translation>列表少 %1 种</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>listed %1 times, not equal</source>
        <translation>列出 %1 次，且不一致</translation>
    </message>
    <message>
        <source>listed %1 times</source>
        <translation>列出 %1 次</translation>
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
        <source>%1 edits</source>
        <translation>%1 处更改</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>changed there, too</source>
        <translation>服务器上也改了</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>上游供货商</translation>
    </message>
    <message>
        <source>Gone there</source>
        <translation>对方已删除</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
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
    <name>RuleText</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>(several values)</source>
        <translation>（多个值）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>7 天内</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>30 天内</translation>
    </message>
    <message>
        <source>In the last year</source>
        <translation>一年内</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>SchedulingText</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>The computer must be on and RangeDesk open then. Time, such as 22:00 or 11-23 06:30:</source>
        <translation>届时电脑须开机且 RangeDesk 已打开。时间，如 22:00 或 11-23 06:30：</translation>
    </message>
    <message>
        <source>Post at a set time</source>
        <translation>定时发送</translation>
    </message>
    <message>
        <source>This is no time to come. Write it as 22:00 or 11-23 06:30:</source>
        <translation>这不是将来的时间。请写成 22:00 或 11-23 06:30：</translation>
    </message>
</context>
<context>
    <name>SenderText</name>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>The server cannot be reached. %1</source>
        <translation>无法连接服务器。%1</translation>
    </message>
    <message>
        <source>The server keeps refusing for the rate: %1</source>
        <translation>服务器持续以频率为由拒绝：%1</translation>
    </message>
    <message>
        <source>Resume job %1 to go on.</source>
        <translation>继续任务 %1 即可。</translation>
    </message>
    <message>
        <source>Nothing is lost. Resume job %1 to go on.</source>
        <translation>没有丢失任何内容。继续任务 %1 即可。</translation>
    </message>
    <message>
        <source>Resume job %1 later, with a lower rate.</source>
        <translation>请稍后以更低的速度继续任务 %1。</translation>
    </message>
    <message>
        <source>The write lock is on: nothing more was sent.</source>
        <translation>写入锁已锁上：没有再发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing is lost. Open the lock and resume job %1 to go on.</source>
        <translation>没有丢失任何内容。打开写入锁后继续任务 %1。</translation>
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
    <message>
        <source>the demo server on this computer</source>
        <translation>本机演示服务器</translation>
    </message>
    <message>
        <source>The password of the proxy is missing.</source>
        <translation>缺少代理的密码。</translation>
    </message>
    <message>
        <source>Type it in the profile: it is kept in the keychain.</source>
        <translation>请在配置里键入，它会存入系统钥匙串。</translation>
    </message>
    <message>
        <source>a copy of %1 on this computer</source>
        <translation>本机上 %1 的副本</translation>
    </message>
    <message>
        <source>a company</source>
        <translation>某公司</translation>
    </message>
    <message>
        <source>What was read could not be kept in the catalogue. %1</source>
        <translation>读到的内容无法保存到资料库。%1</translation>
    </message>
    <message>
        <source>The catalogue was damaged; it was set aside as %1 and begun anew.</source>
        <translation>资料库已损坏；已另存为 %1 并重新开始。</translation>
    </message>
    <message>
        <source>Take your reference lists over once more.</source>
        <translation>请重新导入各参照清单。</translation>
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
    <message>
        <source>The proxy needs a host name and a port.</source>
        <translation>代理需要主机名和端口。</translation>
    </message>
    <message>
        <source>For instance proxy.example.com and 8080, without http://.</source>
        <translation>例如 proxy.example.com 和 8080，不要写 http://。</translation>
    </message>
    <message>
        <source>The largest reply must be more than nothing.</source>
        <translation>最大答复必须大于零。</translation>
    </message>
</context>
<context>
    <name>ShareText</name>
    <message>
        <source>%1 is no change set, or is damaged.</source>
        <translation>%1 不是更改集，或已损坏。</translation>
    </message>
    <message>
        <source>Ask for the file once more.</source>
        <translation>请对方重新发送文件。</translation>
    </message>
    <message>
        <source>There are no changes to share.</source>
        <translation>没有可分享的更改。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place, or free some space.</source>
        <translation>请换一个位置，或腾出空间。</translation>
    </message>
    <message>
        <source>The change set was made for another server or company: %1.</source>
        <translation>该更改集针对另一台服务器或另一家公司：%1。</translation>
    </message>
    <message>
        <source>Open it with that connection. Nothing was sent.</source>
        <translation>请用那个连接打开。没有发送任何内容。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version.</source>
        <translation>%1 由更新的版本写出。</translation>
    </message>
    <message>
        <source>Install that version to open it.</source>
        <translation>请安装该版本后打开。</translation>
    </message>
</context>
<context>
    <name>SheetText</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
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
        <source>Check the delimiter.</source>
        <translation>请检查分隔符。</translation>
    </message>
    <message>
        <source>Remove one of them, or ignore one.</source>
        <translation>请去掉其中一列，或忽略一列。</translation>
    </message>
    <message>
        <source>Line %1: columns %2 and %3 (&quot;%4&quot; and &quot;%5&quot;) mean the same.</source>
        <translation>第 %1 行：第 %2 列和第 %3 列（“%4”和“%5”）含义相同。</translation>
    </message>
    <message>
        <source>Line %1 has %2 columns; at most %3 are read.</source>
        <translation>第 %1 行有 %2 列；最多读取 %3 列。</translation>
    </message>
    <message>
        <source>it is encrypted with a password. Save it without one.</source>
        <translation>文件有密码。请去掉密码后保存。</translation>
    </message>
    <message>
        <source>it is an XLS file. Save it as XLSX or CSV UTF-8.</source>
        <translation>这是 XLS 文件。请另存为 XLSX 或 CSV UTF-8。</translation>
    </message>
    <message>
        <source>it is not a regular file. Save the sheet as one first.</source>
        <translation>它不是普通文件。请先把表格存成文件。</translation>
    </message>
</context>
<context>
    <name>TemplateText</name>
    <message>
        <source>A condition of the range. All that are filled hold together; an empty cell means that it is not part of the range.</source>
        <translation>范围的条件。填写的条件须同时满足；空单元格表示范围不含该条件。</translation>
    </message>
    <message>
        <source>The customer. A column with its id can stand in its place.</source>
        <translation>客户。也可以改用客户 id 列。</translation>
    </message>
    <message>
        <source>Checked against the code, where both are filled.</source>
        <translation>与编码都填写时会互相核对。</translation>
    </message>
    <message>
        <source>The product. A column with its id can stand in its place.</source>
        <translation>商品。也可以改用商品 id 列。</translation>
    </message>
    <message>
        <source>For people only; it is not sent.</source>
        <translation>仅供查看，不会发送。</translation>
    </message>
    <message>
        <source>是/否, 1/0 or yes/no. Empty keeps what is there.</source>
        <translation>是/否、1/0 或 yes/no。留空则保持原值。</translation>
    </message>
    <message>
        <source>Read where the operation is chosen &quot;by the operation column&quot;: 新增/修改 (add or change), 删除 (remove), 清除 (clear all; without a product).</source>
        <translation>选择“按操作列”时读取：新增/修改、删除、清除（清除全部，不填商品）。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>at least one of these</source>
        <translation>至少填一项</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>是否必填</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>最多字符</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>One row is one change. The headings stay as they are; columns that are not needed may be deleted.</source>
        <translation>每行是一项更改。表头请保持不变；不需要的列可以删除。</translation>
    </message>
    <message>
        <source>Cells are text, so that ids keep all their digits and codes their leading zeros.</source>
        <translation>单元格均为文本格式，以保留 id 的全部数字和编码前的零。</translation>
    </message>
    <message>
        <source>Do not merge cells: what is merged is empty but for its first cell.</source>
        <translation>请勿合并单元格：合并后只有第一个单元格有值。</translation>
    </message>
    <message>
        <source>Values read</source>
        <translation>已读取的值</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code or id</source>
        <translation>编码或 id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>By this the platform knows the campaign. It cannot be changed.</source>
        <translation>平台凭它识别活动，不能修改。</translation>
    </message>
    <message>
        <source>A new campaign needs it; empty keeps what is there.</source>
        <translation>新活动必填；留空则保持原值。</translation>
    </message>
    <message>
        <source>已上线, 中止 or 结束; also 1, 2, 3.</source>
        <translation>已上线、中止 或 结束；也可写 1、2、3。</translation>
    </message>
    <message>
        <source>As 2026-01-31.</source>
        <translation>写成 2026-01-31。</translation>
    </message>
    <message>
        <source>Departments that it belongs to, several with commas between them; empty keeps what is there. Columns with ids or names can stand in its place.</source>
        <translation>归属部门，多个以逗号分隔；留空则保持原值。也可以换成 ID 列或名称列。</translation>
    </message>
    <message>
        <source>新增 for a campaign that must not be there yet, 修改 for one that must; empty or 新增/修改 for either.</source>
        <translation>“新增”要求活动尚不存在，“修改”要求已存在；留空或写“新增/修改”则两者皆可。</translation>
    </message>
    <message>
        <source>The campaign. A column with its code can stand in its place.</source>
        <translation>活动。也可以换成活动编号列。</translation>
    </message>
    <message>
        <source>When the customer registered, as 2026-01-31 09:00:00.</source>
        <translation>报名成功时间，写成 2026-01-31 09:00:00。</translation>
    </message>
    <message>
        <source>What the platform shows of the merchant, as one text.</source>
        <translation>平台上显示的商家信息，为一段文字。</translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <source>must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>在列</translation>
    </message>
    <message>
        <source>supplier %1</source>
        <translation>供货商 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>registered: %1</source>
        <translation>已报名：%1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>可售范围</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
</context>
<context>
    <name>TreeModelText</name>
    <message>
        <source>by code %1</source>
        <translation>按编码 %1</translation>
    </message>
    <message>
        <source>by name %1</source>
        <translation>按名称 %1</translation>
    </message>
    <message>
        <source>by id %1</source>
        <translation>按 ID %1</translation>
    </message>
    <message>
        <source>any of %1</source>
        <translation>任一，%1 个值</translation>
    </message>
    <message>
        <source>%1 ranges</source>
        <translation>%1 个范围</translation>
    </message>
    <message>
        <source>code %1, sent as id</source>
        <translation>编码 %1，按 ID 发送</translation>
    </message>
    <message>
        <source>name %1, sent as id</source>
        <translation>名称 %1，按 ID 发送</translation>
    </message>
    <message>
        <source>Typed as code %1, sent as id %2</source>
        <translation>输入的是编码 %1，按 ID %2 发送</translation>
    </message>
    <message>
        <source>Typed as name %1, sent as id %2</source>
        <translation>输入的是名称 %1，按 ID %2 发送</translation>
    </message>
</context>
<context>
    <name>TreeText</name>
    <message>
        <source>No value yet: add one, or remove the condition</source>
        <translation>还没有值：请加值，或移除这个条件</translation>
    </message>
    <message>
        <source>This condition is there twice</source>
        <translation>这个条件重复了</translation>
    </message>
    <message>
        <source>Your company has not enabled this dimension</source>
        <translation>贵公司没有启用这个维度</translation>
    </message>
    <message>
        <source>There twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>The catalogue does not know it</source>
        <translation>资料库里没有它</translation>
    </message>
    <message>
        <source>Several have it: choose one</source>
        <translation>有多个符合：请选一个</translation>
    </message>
    <message>
        <source>Too long: the platform takes %1 characters</source>
        <translation>太长：平台只接受 %1 个字符</translation>
    </message>
    <message>
        <source>This dimension has no codes: use the id or the name</source>
        <translation>这个维度没有编码：请用 ID 或名称</translation>
    </message>
    <message>
        <source>Each condition needs a value.</source>
        <translation>每个条件都要有值。</translation>
    </message>
    <message>
        <source>This expands to %1 ranges, more than the %2 that are allowed.</source>
        <translation>将展开为 %1 个范围，超过允许的 %2 个。</translation>
    </message>
    <message>
        <source>Remove values, or raise the limit on purpose.</source>
        <translation>请减少值，或有意调高上限。</translation>
    </message>
    <message>
        <source>A spreadsheet took digits away</source>
        <translation>已被表格软件损坏，缺了数字</translation>
    </message>
</context>
<context>
    <name>TreeTextWords</name>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID 号</translation>
    </message>
    <message>
        <source>Line %1 names no dimension: &quot;%2&quot;.</source>
        <translation>第 %1 行没有指明维度：“%2”。</translation>
    </message>
    <message>
        <source>Each line is a dimension and a value, with a tab between them.</source>
        <translation>每行是一个维度和一个值，中间用制表符隔开。</translation>
    </message>
    <message>
        <source>Line %1 has no value.</source>
        <translation>第 %1 行没有值。</translation>
    </message>
    <message>
        <source>There is no condition in this text.</source>
        <translation>这段文字里没有条件。</translation>
    </message>
    <message>
        <source>The conditions that were kept cannot be read.</source>
        <translation>保留的条件无法读取。</translation>
    </message>
</context>
<context>
    <name>VerifyText</name>
    <message>
        <source>Interrupted while reading back.</source>
        <translation>回读核对时被中断。</translation>
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
<context>
    <name>WidgetText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 %2 rows</source>
        <translation>%1 %2 行</translation>
    </message>
    <message>
        <source>Show only these rows</source>
        <translation>只显示这些行</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>WorkbookText</name>
    <message>
        <source>it holds no sheet.</source>
        <translation>其中没有工作表。</translation>
    </message>
    <message>
        <source>its texts are larger than 1 GiB.</source>
        <translation>其文本超过 1 GiB。</translation>
    </message>
    <message>
        <source>The workbook holds macros (XLSM) and is not opened.</source>
        <translation>该工作簿含有宏（XLSM），未打开。</translation>
    </message>
    <message>
        <source>Save it as an XLSX workbook without macros.</source>
        <translation>请另存为不含宏的 XLSX 工作簿。</translation>
    </message>
    <message>
        <source>it is a binary workbook (XLSB).</source>
        <translation>这是二进制工作簿（XLSB）。</translation>
    </message>
    <message>
        <source>it is encrypted with a password.</source>
        <translation>文件有密码。</translation>
    </message>
    <message>
        <source>it is an OpenDocument file.</source>
        <translation>这是 OpenDocument 文件。</translation>
    </message>
    <message>
        <source>it is a ZIP file, but no workbook.</source>
        <translation>这是 ZIP 文件，但不是工作簿。</translation>
    </message>
</context>
<context>
    <name>XlsxText</name>
    <message>
        <source>row %1 follows row %2.</source>
        <translation>第 %1 行出现在第 %2 行之后。</translation>
    </message>
    <message>
        <source>its rows are larger than 1 GiB.</source>
        <translation>其数据行超过 1 GiB。</translation>
    </message>
    <message>
        <source>cell %1 is out of place.</source>
        <translation>单元格 %1 的位置不对。</translation>
    </message>
    <message>
        <source>a cell of row %1 names a text that is not there.</source>
        <translation>第 %1 行有单元格引用了不存在的文本。</translation>
    </message>
    <message>
        <source>The workbook holds no sheet &quot;%1&quot;.</source>
        <translation>工作簿中没有工作表“%1”。</translation>
    </message>
    <message>
        <source>It holds: %1.</source>
        <translation>其中有：%1。</translation>
    </message>
    <message>
        <source>a cell or row around line %1 is larger than any program makes it.</source>
        <translation>第 %1 行附近的单元格或行大得异常。</translation>
    </message>
</context>
<context>
    <name>XlsxWriterText</name>
    <message>
        <source>Choose another place, or free some space.</source>
        <translation>请换一个位置，或腾出空间。</translation>
    </message>
    <message>
        <source>%1 cannot hold all of it: a sheet of a workbook has at most 1,048,576 rows and 32,767 characters a cell.</source>
        <translation>%1 容纳不下：工作表最多 1,048,576 行，每个单元格最多 32,767 个字符。</translation>
    </message>
    <message>
        <source>Write a CSV file instead.</source>
        <translation>请改写为 CSV 文件。</translation>
    </message>
    <message>
        <source>Workbooks cannot be written: the library libxlsxwriter is missing.</source>
        <translation>无法写出工作簿：缺少 libxlsxwriter 库。</translation>
    </message>
    <message>
        <source>Install it, or write a CSV file instead.</source>
        <translation>请安装它，或改为写出 CSV 文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 无法写入：%2。</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
</context>
<context>
    <name>ZipText</name>
    <message>
        <source>The workbook cannot be read: %1</source>
        <translation>无法读取工作簿：%1</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as XLSX again, or as CSV UTF-8.</source>
        <translation>请用表格软件打开后重新保存为 XLSX，或存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>its part %1 is missing.</source>
        <translation>缺少部件 %1。</translation>
    </message>
    <message>
        <source>it is encrypted with a password.</source>
        <translation>文件有密码。</translation>
    </message>
    <message>
        <source>it unpacks to far more than it holds, as files made to do harm (&quot;zip bombs&quot;) do.</source>
        <translation>解压后远大于文件本身，像是恶意制作的文件（“压缩炸弹”）。</translation>
    </message>
    <message>
        <source>its part %1 defines entities.</source>
        <translation>部件 %1 定义了实体。</translation>
    </message>
    <message>
        <source>its part %1 is damaged in line %2 (%3).</source>
        <translation>部件 %1 第 %2 行已损坏（%3）。</translation>
    </message>
    <message>
        <source>its part %1 breaks off.</source>
        <translation>部件 %1 不完整。</translation>
    </message>
    <message>
        <source>Workbooks cannot be read: the library libzip is missing.</source>
        <translation>无法读取工作簿：缺少 libzip 库。</translation>
    </message>
    <message>
        <source>Install it, or save the workbook as CSV UTF-8.</source>
        <translation>请安装它，或将工作簿另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>it is not a ZIP archive, as workbooks are.</source>
        <translation>它不是 ZIP 压缩包，而工作簿都是。</translation>
    </message>
    <message>
        <source>it is damaged (%1).</source>
        <translation>它已损坏（%1）。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ColumnModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Heading in the sheet</source>
        <translation>表格里的名称</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>样例值</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>（无表头）</translation>
    </message>
    <message>
        <source>(empty %1%)</source>
        <translation>（空 %1%）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已匹配</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空列</translation>
    </message>
    <message>
        <source>an empty cell: not part of the range</source>
        <translation>空单元格表示不限此条件</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>按表头识别</translation>
    </message>
    <message>
        <source>ignored on purpose</source>
        <translation>已明确忽略</translation>
    </message>
    <message>
        <source>Unknown heading over %1 filled cells: ignore it, or correct it in the sheet</source>
        <translation>表头不认识，下面有 %1 个非空单元格：请忽略，或在表格里改正</translation>
    </message>
    <message>
        <source>no filled cell</source>
        <translation>没有非空单元格</translation>
    </message>
    <message>
        <source>(%1 empty)</source>
        <translation>（%1 格为空）</translation>
    </message>
    <message>
        <source>an empty cell: stays as it is</source>
        <translation>空单元格保持原值</translation>
    </message>
    <message>
        <source>made of other columns</source>
        <translation>由其他列拼出</translation>
    </message>
    <message>
        <source>the same in every row</source>
        <translation>每行相同</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由您指定</translation>
    </message>
</context>
<context>
    <name>rangedesk::EngineRunner</name>
    <message>
        <source>There is no job %1.</source>
        <translation>没有任务 %1。</translation>
    </message>
</context>
<context>
    <name>rangedesk::Exchange</name>
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
    <message>
        <source>The proxy refused the connection.</source>
        <translation>代理拒绝了连接。</translation>
    </message>
    <message>
        <source>The name of the proxy was not found.</source>
        <translation>找不到代理的主机名。</translation>
    </message>
    <message>
        <source>The proxy did not answer in time.</source>
        <translation>代理没有及时答复。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. %1</source>
        <translation>服务器的证书不可信。%1</translation>
    </message>
    <message>
        <source>The proxy could not be used (%1). Check its address, user and password.</source>
        <translation>代理无法使用（%1）。请检查它的地址、用户名和密码。</translation>
    </message>
    <message>
        <source>The network reported: %1.</source>
        <translation>网络报告：%1。</translation>
    </message>
    <message>
        <source>The name of the server or of the proxy was not found.</source>
        <translation>找不到服务器或代理的主机名。</translation>
    </message>
    <message>
        <source>The proxy wants another user or password.</source>
        <translation>代理要求其他用户名或密码。</translation>
    </message>
</context>
<context>
    <name>rangedesk::JobModel</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>rangedesk::JobRunner</name>
    <message>
        <source>Job %1 has nothing to resume.</source>
        <translation>任务 %1 没有可继续的内容。</translation>
    </message>
</context>
<context>
    <name>rangedesk::PlanModel</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it is one request</source>
        <translation>为什么是一个请求</translation>
    </message>
    <message>
        <source>An update replaces the whole campaign, so each goes alone, with all its fields.</source>
        <translation>更新会替换整个活动，所以每个活动单独发送，并带上全部字段。</translation>
    </message>
    <message>
        <source>Customers of one campaign with the same time and merchant information.</source>
        <translation>同一活动、报名时间和商家信息都相同的客户。</translation>
    </message>
    <message>
        <source>Clearing takes everything of one target.</source>
        <translation>清除针对一个对象的全部内容。</translation>
    </message>
    <message>
        <source>Removals go after what is added to the same target, so that it is never empty in between.</source>
        <translation>移除排在同一对象的新增之后，中途不会变空。</translation>
    </message>
    <message>
        <source>All rows of one target with one operation.</source>
        <translation>同一对象、同一操作的所有行。</translation>
    </message>
    <message>
        <source>Part %1 of %2: a request holds %3 products at most.</source>
        <translation>第 %1 / %2 部分：一个请求最多 %3 个商品。</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
</context>
<context>
    <name>rangedesk::RequestModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The server&apos;s words</source>
        <translation>服务器的话</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>add or change</source>
        <translation>新增/修改</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>rangedesk::SheetPreviewModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::AnswerDialog</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::Background</name>
    <message>
        <source>Show RangeDesk</source>
        <translation>显示 RangeDesk</translation>
    </message>
    <message>
        <source>Close RangeDesk…</source>
        <translation>关闭 RangeDesk…</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::BatchDialog</name>
    <message>
        <source>Decide on all that are shown</source>
        <translation>对筛选结果批量审核</translation>
    </message>
    <message>
        <source>Decide on %1 registrations?</source>
        <translation>审核 %1 家？</translation>
    </message>
    <message>
        <source>All registrations that the filter shows get the same decision. Ctrl+Z takes it back.</source>
        <translation>筛选出的报名全部给出同一结果。可用 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Decided already, and decided anew: %1. Filter by Undecided to leave them as they are.</source>
        <translation>其中已审 %1 家也会改为同一结果；如要保留，请先筛选“未审”。</translation>
    </message>
    <message>
        <source>Note or reason for all of them (Down: ready ones)</source>
        <translation>给全部的备注或原因（↓ 选常用）</translation>
    </message>
    <message>
        <source>Note or reason for all of them</source>
        <translation>给全部的备注或原因</translation>
    </message>
    <message>
        <source>Left empty, the notes that are there stay as they are.</source>
        <translation>留空则保留各自原有的备注。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a decision</source>
        <translation>请先选择审核结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::BatchTable</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>查找行</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表格的行</translation>
    </message>
    <message>
        <source>No row matches. Esc shows all rows again.</source>
        <translation>没有符合的行。按 Esc 重新显示全部。</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核对一致</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot;, value &quot;%2&quot;.</source>
        <translation>“%1”列，值“%2”。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Request #%1</source>
        <translation>请求 #%1</translation>
    </message>
    <message>
        <source>From the top again.</source>
        <translation>已回到开头。</translation>
    </message>
    <message>
        <source>None of these rows has a problem.</source>
        <translation>这些行都没有问题。</translation>
    </message>
    <message>
        <source>Not in the sheet</source>
        <translation>表格中没有</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>批注：%1</translation>
    </message>
    <message>
        <source>Name, code, reason</source>
        <translation>名称、编码、原因</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::BothRules</name>
    <message>
        <source>There is no connection yet.</source>
        <translation>尚未连接。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::BreakdownChart</name>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>%1 others…</source>
        <translation>其他 %1 个值…</translation>
    </message>
    <message>
        <source>%1 (filter)</source>
        <translation>%1（已筛选）</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::BulkPage</name>
    <message>
        <source>Columns</source>
        <translation>列匹配</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>预览差异</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Another sheet</source>
        <translation>换一张表格</translation>
    </message>
    <message>
        <source>Bulk</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Bulk · %1</source>
        <translation>批量 · %1</translation>
    </message>
    <message>
        <source>%1 files came at once; one sheet can be opened at a time. None was opened.</source>
        <translation>一次来了 %1 个文件；每次只能打开一张表格，一个也没有打开。</translation>
    </message>
    <message>
        <source>Open a sheet</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Reading what the server holds now…</source>
        <translation>正在读取服务器现值…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Reading what the server holds now: %1 requests</source>
        <translation>正在读取服务器现值：%1 个请求</translation>
    </message>
    <message>
        <source>The comparison was cancelled; nothing was sent.</source>
        <translation>已取消比较，没有发送任何内容。</translation>
    </message>
    <message>
        <source>job #%1</source>
        <translation>任务 #%1</translation>
    </message>
    <message>
        <source>Comparing draft #%1 with the server again…</source>
        <translation>正在把草稿 #%1 与服务器重新比较…</translation>
    </message>
    <message>
        <source>draft #%1</source>
        <translation>草稿 #%1</translation>
    </message>
    <message>
        <source>pasted at %1</source>
        <translation>%1 粘贴的表格</translation>
    </message>
    <message>
        <source>Comparing with the server…</source>
        <translation>正在与服务器比较…</translation>
    </message>
    <message>
        <source>undo of job #%1</source>
        <translation>撤销任务 #%1</translation>
    </message>
    <message>
        <source>retry of job #%1</source>
        <translation>重试任务 #%1</translation>
    </message>
    <message>
        <source>Job #%1 begins %2.</source>
        <translation>任务 #%1 将于 %2 开始。</translation>
    </message>
    <message>
        <source>Job #%1 waits for its turn.</source>
        <translation>任务 #%1 正在排队。</translation>
    </message>
    <message>
        <source>Job #%1 has begun.</source>
        <translation>任务 #%1 已开始。</translation>
    </message>
    <message>
        <source>Job #%1 is due, but the write lock is closed. Open it within ten minutes, or begin the job yourself in the list of jobs.</source>
        <translation>任务 #%1 已到时间，但写入锁未打开。请在十分钟内打开，或在任务列表中手动开始。</translation>
    </message>
    <message>
        <source>The write lock must be open then.</source>
        <translation>届时写入锁须已打开。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Job #%1 is running. One goes after the other.</source>
        <translation>任务 #%1 正在运行，任务须逐个进行。</translation>
    </message>
    <message>
        <source>Something is being compared with the server. Cancel that, or wait for it.</source>
        <translation>正在与服务器比对，请取消它或等它完成。</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>回到表格</translation>
    </message>
    <message>
        <source>The sheet is compared and can be reviewed.</source>
        <translation>表格已比对完，可以预览了。</translation>
    </message>
    <message>
        <source>There is no connection yet.</source>
        <translation>还没有连接。</translation>
    </message>
    <message>
        <source>The changes are kept as draft #%1. Something else is being compared with the server; compare them after that.</source>
        <translation>更改已保存为草稿 #%1。正在与服务器比较别的内容，完成后再比较它。</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>比较已取消。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be kept: %2 It is here as long as this window is open.</source>
        <translation>“%1”未能保存：%2 窗口打开期间它仍保留在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Draft #%1 &quot;%2&quot; is kept and was not compared with the server yet; nothing of it was sent.</source>
        <translation>草稿 #%1“%2”已保存，尚未与服务器比较；没有发送任何内容。</translation>
    </message>
    <message>
        <source>Drafts that wait in the list of jobs: %1.</source>
        <translation>任务列表中等待比较的草稿：%1 个。</translation>
    </message>
    <message>
        <source>Compare it now</source>
        <translation>现在比较</translation>
    </message>
    <message>
        <source>Show in the list of jobs</source>
        <translation>在任务列表中显示</translation>
    </message>
    <message>
        <source>There is no connection yet, so nothing can be compared.</source>
        <translation>还没有连接，暂时无法比较。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>Save the changes as a sheet (CSV)</source>
        <translation>将更改另存为表格（CSV）</translation>
    </message>
    <message>
        <source>Written: %1. Open that sheet to go on with it.</source>
        <translation>已写入：%1。打开该表格即可继续。</translation>
    </message>
    <message>
        <source>Save as a sheet…</source>
        <translation>另存为表格…</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::CampaignEditor</name>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个活动</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Compare and review</source>
        <translation>比较并预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Copy of a campaign</source>
        <translation>复制活动</translation>
    </message>
    <message>
        <source>Edit campaign</source>
        <translation>编辑活动</translation>
    </message>
    <message>
        <source>Edit several campaigns</source>
        <translation>批量编辑活动</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有更改。</translation>
    </message>
    <message>
        <source>All other fields are sent along as the server holds them then.</source>
        <translation>其余字段按届时服务器上的值一并发送。</translation>
    </message>
    <message>
        <source>%1 of %2 campaigns change.</source>
        <translation>%2 个活动中有 %1 个会更改。</translation>
    </message>
    <message>
        <source>Compared with the server first; nothing is sent before you have seen it.</source>
        <translation>先与服务器比较；您看过之前不会发送。</translation>
    </message>
    <message>
        <source>Give up this edit?</source>
        <translation>放弃这次编辑？</translation>
    </message>
    <message>
        <source>Nothing of it was sent.</source>
        <translation>内容都没有发送。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Values to be decided: %1</source>
        <translation>待选择的字段：%1</translation>
    </message>
    <message>
        <source>Reading the campaign again…</source>
        <translation>正在重新读取活动…</translation>
    </message>
    <message>
        <source>The server has this campaign no more, or under another external id. Nothing was sent; your values are here still.</source>
        <translation>服务器上已没有这个活动，或其第三方标识已变。什么都没有发送，您填写的内容仍在这里。</translation>
    </message>
    <message>
        <source>Make a new one of it</source>
        <translation>另存为新活动</translation>
    </message>
    <message>
        <source>This edit cannot be kept on disk: it would be lost if the program ended now. %1</source>
        <translation>此编辑无法保存到磁盘：如果程序现在退出，编辑就会丢失。%1</translation>
    </message>
    <message>
        <source>A new campaign. The server is asked first whether it is there already.</source>
        <translation>新活动。会先向服务器确认它是否已存在。</translation>
    </message>
    <message>
        <source>It is gone on the server: make a new one of it.</source>
        <translation>服务器上已没有这个活动：请另建为新活动。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::CampaignForm</name>
    <message>
        <source>stays as it is</source>
        <translation>保持原值</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>The platform knows the campaign by it; it cannot be changed.</source>
        <translation>平台凭它识别活动，不能更改。</translation>
    </message>
    <message>
        <source>The query gives 32 characters at most. This is the whole text; send it as it is here.</source>
        <translation>查询最多返回 32 个字。这里就是完整内容，照此发送。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Some text may have been cut by the query: make sure that it is whole, and tick the box.</source>
        <translation>有些文字可能被查询截断：请确认完整后勾选。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Campaigns whose text may have been cut</source>
        <translation>内容可能被截短的活动</translation>
    </message>
    <message>
        <source>Texts of %1 campaigns have 32 characters, the most that the query gives. They are whole; send them as they stand below. Without this tick these campaigns are held.</source>
        <translation>有 %1 个活动的内容恰为 32 个字符（查询返回的上限）。内容完整，照下面所示发送。不勾选则这些活动暂缓。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::CampaignPage</name>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>No campaigns have been read yet</source>
        <translation>还没有读取过活动</translation>
    </message>
    <message>
        <source>Read them from the server. Reading changes nothing.</source>
        <translation>从服务器读取。读取不会改变任何内容。</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个活动</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No campaign is chosen</source>
        <translation>未选中活动</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Campaign code</source>
        <translation>活动编号</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>归属部门</translation>
    </message>
    <message>
        <source>Covered customers</source>
        <translation>覆盖客户</translation>
    </message>
    <message>
        <source>Notified customers</source>
        <translation>已通知客户</translation>
    </message>
    <message>
        <source>Registered customers</source>
        <translation>已报名客户</translation>
    </message>
    <message>
        <source>Campaign information</source>
        <translation>活动信息</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit %1…</source>
        <translation>编辑 %1 个…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>A campaign without an external id cannot be changed through the API. Duplicate it: the copy gets one.</source>
        <translation>没有第三方标识的活动不能通过接口修改。可以复制一份，副本会有标识。</translation>
    </message>
    <message>
        <source>Go on with an edit?</source>
        <translation>继续上次的编辑？</translation>
    </message>
    <message>
        <source>The edit of &quot;%1&quot; was neither posted nor given up.</source>
        <translation>对“%1”的编辑既未发送也未放弃。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>报名审核</translation>
    </message>
    <message>
        <source>The company has no campaigns. Ctrl+N makes the first.</source>
        <translation>公司还没有活动。按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>Report registrations…</source>
        <translation>登记报名…</translation>
    </message>
    <message>
        <source>Query…</source>
        <translation>服务器查询…</translation>
    </message>
    <message>
        <source>Asks the server for a part of the campaigns, by its own filters.</source>
        <translation>按服务器的筛选条件只查询一部分活动。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>A registration names the campaign by its external id; this one has none.</source>
        <translation>登记报名要用活动的第三方标识，而这个活动没有。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Choose %1 campaigns at most.</source>
        <translation>最多选择 %1 个活动。</translation>
    </message>
    <message>
        <source>Departments of the campaign</source>
        <translation>活动的部门</translation>
    </message>
    <message>
        <source>Choose 2 to %1 campaigns, with Ctrl or Shift.</source>
        <translation>请用 Ctrl 或 Shift 选择 2 到 %1 个活动。</translation>
    </message>
    <message>
        <source>Query again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>one request</source>
        <translation>一个请求</translation>
    </message>
    <message>
        <source>The server has no campaign that fits. Change the query, or show all again.</source>
        <translation>服务器上没有符合条件的活动。请更改查询条件，或重新显示全部。</translation>
    </message>
    <message>
        <source>%1 campaigns are chosen</source>
        <translation>已选择 %1 个活动</translation>
    </message>
    <message>
        <source>queried at %1</source>
        <translation>查询于 %1</translation>
    </message>
    <message>
        <source>Only what the server found: %1</source>
        <translation>只显示服务器查询到的：%1</translation>
    </message>
    <message>
        <source>Asked for: %1. Not answered yet; the list is as it was read before.</source>
        <translation>已查询：%1。尚未得到答复，列表仍是之前读取的内容。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Create a copy that can be edited</source>
        <translation>新建一个可编辑的副本</translation>
    </message>
    <message>
        <source>By sheet</source>
        <translation>用表格</translation>
    </message>
    <message>
        <source>Open a sheet of campaigns…</source>
        <translation>打开活动表格…</translation>
    </message>
    <message>
        <source>Open a sheet of registrations…</source>
        <translation>打开报名表格…</translation>
    </message>
    <message>
        <source>Template for campaigns…</source>
        <translation>活动表格模板…</translation>
    </message>
    <message>
        <source>Template for registrations…</source>
        <translation>报名表格模板…</translation>
    </message>
    <message>
        <source>The edit of %1 campaigns was neither posted nor given up.</source>
        <translation>对 %1 个活动的编辑既未提交，也未放弃。</translation>
    </message>
    <message>
        <source>None of these campaigns is in the list any more.</source>
        <translation>这些活动都已不在列表中。</translation>
    </message>
    <message>
        <source>Left out, for they have no external id: %1</source>
        <translation>以下活动没有第三方唯一标识，已排除：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>There is no connection yet: campaigns can be edited as soon as there is.</source>
        <translation>还没有连接：连接之后才能编辑活动。</translation>
    </message>
    <message>
        <source>An edit of several campaigns was neither posted nor given up. It is offered as soon as the campaigns are read (F5).</source>
        <translation>有一次对多个活动的编辑既未发送也未放弃。读取活动（F5）后会提供。</translation>
    </message>
    <message>
        <source>Name, code, department, or customer:name</source>
        <translation>名称、编号、部门，或 客户:名称</translation>
    </message>
    <message>
        <source>Any part of name, code, external id, department, type, dates or information; pinyin of names. customer: and a part of a name, code or id finds the campaigns that list the customer.</source>
        <translation>名称、编号、第三方标识、部门、类型、日期或活动信息的任意部分；名称可用拼音。输入“客户:”加客户名称、编码或 ID 的一部分，可查出名单中有该客户的活动。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::CataloguePage</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>what was read from the server, and your reference lists; on this computer alone</source>
        <translation>从服务器读到的，以及您导入的参考名单；只在本机</translation>
    </message>
    <message>
        <source>Take over a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Customers, products or values from a sheet, with any attributes</source>
        <translation>从表格导入客户、商品或维度值，可带任意属性</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Filter by attribute</source>
        <translation>按属性筛选</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>Name, code, external id, id, pinyin or its initials</source>
        <translation>名称、编码、第三方标识、ID、全拼、拼音首字母</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>What may it sell?</source>
        <translation>它可以卖什么？</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>已知 %1</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>Nothing of this kind is known yet</source>
        <translation>还没有这一类资料</translation>
    </message>
    <message>
        <source>The catalogue grows from every list that is read (F5 in campaigns, ranges and customers), and from your own lists. No server operation lists customers or products.</source>
        <translation>资料来自每次读取的列表（在活动、可售范围、客户可售页按 F5），以及您自己的名单。服务器没有列出全部客户或商品的接口。</translation>
    </message>
    <message>
        <source>customers, products or values from a sheet</source>
        <translation>表格中的客户、商品或维度值</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 家中的 %1 家</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>第三方标识</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID 号</translation>
    </message>
    <message>
        <source>not told by the list</source>
        <translation>名单没有提供</translation>
    </message>
    <message>
        <source>ranges</source>
        <translation>可售范围</translation>
    </message>
    <message>
        <source>customer ranges</source>
        <translation>客户可售</translation>
    </message>
    <message>
        <source>campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>a reference list</source>
        <translation>参考名单</translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>最近见到</translation>
    </message>
    <message>
        <source>not kept on disk</source>
        <translation>没有存盘</translation>
    </message>
    <message>
        <source>Take over a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>Where may it be sold?</source>
        <translation>哪些客户可以卖？</translation>
    </message>
    <message>
        <source>Sale ranges…</source>
        <translation>可售范围…</translation>
    </message>
    <message>
        <source>Customer ranges…</source>
        <translation>客户可售…</translation>
    </message>
    <message>
        <source>The rules that were read have a workspace of their own.</source>
        <translation>已读取的规则有自己的页面。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::Chart</name>
    <message>
        <source>The numbers are in the clipboard.</source>
        <translation>数字已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>复制数字</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>Save the picture (PNG or SVG)</source>
        <translation>保存图片（PNG 或 SVG）</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Copy or save the picture or its numbers</source>
        <translation>复制或保存图表及其数字</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::CheckStep</name>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>返回列匹配</translation>
    </message>
    <message>
        <source>Cancel the comparison</source>
        <translation>取消比较</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>导出未通过的行…</translation>
    </message>
    <message>
        <source>%1 in order</source>
        <translation>%1 行通过</translation>
    </message>
    <message>
        <source>%1 rows were read, and none has a fault. Nothing has left this computer.</source>
        <translation>读入 %1 行，没有一行有错。什么都没有离开这台电脑。</translation>
    </message>
    <message>
        <source>%1 rows were read, %2 are refused. Refused rows are not sent and do not hold back the others. Save them, correct them, and import them again.</source>
        <translation>读入 %1 行，%2 行未通过。未通过的行不会发送，也不阻止其余行。可导出、改正后再导入。</translation>
    </message>
    <message>
        <source>Compare %1 rows</source>
        <translation>预览差异 %1 行</translation>
    </message>
    <message>
        <source>No row is in order</source>
        <translation>没有一行通过</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>查找替换…</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ColumnCard</name>
    <message>
        <source>This column</source>
        <translation>这一列</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>What the column is read as</source>
        <translation>该列作为什么读取</translation>
    </message>
    <message>
        <source>Empty cells become</source>
        <translation>空单元格改为</translation>
    </message>
    <message>
        <source>stay empty</source>
        <translation>保持为空</translation>
    </message>
    <message>
        <source>Add a column with one value…</source>
        <translation>添加固定值的列…</translation>
    </message>
    <message>
        <source>For a condition or a flag that every row shares and the sheet does not hold.</source>
        <translation>用于所有行都相同、而表格中没有的条件或标志。</translation>
    </message>
    <message>
        <source>%1 rows: filled %2, empty %3</source>
        <translation>共 %1 行：有值 %2，为空 %3</translation>
    </message>
    <message>
        <source>As its heading says: %1</source>
        <translation>按表头：%1</translation>
    </message>
    <message>
        <source>As its heading says: not known</source>
        <translation>按表头：不认识</translation>
    </message>
    <message>
        <source>Replace values (%1)…</source>
        <translation>替换值（%1）…</translation>
    </message>
    <message>
        <source>Replace values…</source>
        <translation>替换值…</translation>
    </message>
    <message>
        <source>Take this column away</source>
        <translation>去掉这一列</translation>
    </message>
    <message>
        <source>Import this column again</source>
        <translation>重新导入这一列</translation>
    </message>
    <message>
        <source>Ignore this column</source>
        <translation>忽略这一列</translation>
    </message>
    <message>
        <source>Make a column of others…</source>
        <translation>由其他列拼出一列…</translation>
    </message>
    <message>
        <source>A part of one column, or several columns joined.</source>
        <translation>取一列的一部分，或把几列合并。</translation>
    </message>
    <message>
        <source>Fields without a column: drag one to a column</source>
        <translation>还没有列的字段：拖到某一列上</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ComparisonDialog</name>
    <message>
        <source>Campaigns side by side</source>
        <translation>活动并排比较</translation>
    </message>
    <message>
        <source>Customer, code, id</source>
        <translation>客户、编码、ID</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Customers of the campaigns</source>
        <translation>这些活动的客户</translation>
    </message>
    <message>
        <source>Bringing the lists together…</source>
        <translation>正在合并名单…</translation>
    </message>
    <message>
        <source>Each customer once. A bar filters the list, and lets go on a second click; the picture&apos;s menu copies and saves it.</source>
        <translation>每家客户只计一次。点击条形可筛选列表，再点一次取消；图片的右键菜单可复制和保存。</translation>
    </message>
    <message>
        <source>%1 customers in %2 campaigns; %3 registered for all of them</source>
        <translation>%2 个活动共 %1 家客户，其中 %3 家全部报名</translation>
    </message>
    <message>
        <source>Nobody fits. Esc clears the search.</source>
        <translation>没有符合的客户。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>Registered for all</source>
        <translation>全部报名</translation>
    </message>
    <message>
        <source>For several</source>
        <translation>报名多个</translation>
    </message>
    <message>
        <source>For one</source>
        <translation>只报名一个</translation>
    </message>
    <message>
        <source>For none</source>
        <translation>都未报名</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>不在任何名单</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ConditionDelegate</name>
    <message>
        <source> &amp; </source>
        <translation> 且 </translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ConditionTreeView</name>
    <message>
        <source>&amp;</source>
        <translation>且</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ConfirmDialog</name>
    <message>
        <source>Type the name to confirm:   %1</source>
        <translation>键入配置名称以确认   %1</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>配置名称</translation>
    </message>
    <message>
        <source>It cannot be pasted. Enter does nothing: click the button, or go there with Tab and hold Space for a second.</source>
        <translation>不能粘贴；Enter 不会发送，请用鼠标，或 Tab 到按钮后按住空格 1 秒。</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>名称相符</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不相符</translation>
    </message>
    <message>
        <source>To be ticked first: %1</source>
        <translation>请先勾选：%1</translation>
    </message>
    <message>
        <source>The name is to be typed first.</source>
        <translation>请先输入名称。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ConnectionPanel</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Rate now</source>
        <translation>当前速率</translation>
    </message>
    <message>
        <source>Slow-down</source>
        <translation>降速</translation>
    </message>
    <message>
        <source>Sent since it was opened</source>
        <translation>打开以来发出</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Refused: the server&apos;s certificate is not trusted. %1</source>
        <translation>已拒绝：服务器的证书不可信。%1</translation>
    </message>
    <message>
        <source>No answer for %1. %2</source>
        <translation>已 %1 没有答复。%2</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>还没有询问过</translation>
    </message>
    <message>
        <source>The server answers</source>
        <translation>服务器有答复</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Ask the server once</source>
        <translation>询问服务器一次</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>还没有打开</translation>
    </message>
    <message>
        <source>the demo server on this computer, %1</source>
        <translation>本机的演示服务器，%1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>还不知道</translation>
    </message>
    <message>
        <source>agrees with the server&apos;s</source>
        <translation>与服务器一致</translation>
    </message>
    <message>
        <source>the server&apos;s is %1 s ahead; signatures use the server&apos;s</source>
        <translation>服务器快 %1 秒；签名使用服务器的时间</translation>
    </message>
    <message>
        <source>the server&apos;s is %1 s behind; signatures use the server&apos;s</source>
        <translation>服务器慢 %1 秒；签名使用服务器的时间</translation>
    </message>
    <message>
        <source>%1 of at most %2 requests, %3 wait for their turn</source>
        <translation>%1 个请求（最多 %2 个），%3 个在排队</translation>
    </message>
    <message>
        <source>%1 answers a second; at most %2</source>
        <translation>每秒 %1 个答复，上限 %2</translation>
    </message>
    <message>
        <source>%1 answers a second; no limit is set</source>
        <translation>每秒 %1 个答复，没有设上限</translation>
    </message>
    <message>
        <source>in force since %1: %2</source>
        <translation>自 %1 起：%2</translation>
    </message>
    <message>
        <source>none; the last at %1: %2</source>
        <translation>没有；上一次在 %1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 that read, %2 that change something</source>
        <translation>%1 个查询，%2 个改动</translation>
    </message>
    <message>
        <source>refused, see below</source>
        <translation>已拒绝，见下</translation>
    </message>
    <message>
        <source>none: not encrypted, to this computer only</source>
        <translation>无：不加密，只到本机</translation>
    </message>
    <message>
        <source>trusted, see below</source>
        <translation>可信，见下</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>还没有见到</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ConstantDialog</name>
    <message>
        <source>Add a column with one value</source>
        <translation>添加固定值的列</translation>
    </message>
    <message>
        <source>Every row gets it, as if the sheet held the column.</source>
        <translation>每一行都使用该值，如同表格中有这一列。</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add the column</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::DateField</name>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::DepartmentField</name>
    <message>
        <source>Several with commas between them. All of them are sent: this list replaces the campaign&apos;s.</source>
        <translation>多个以逗号分隔。会全部发送，并替换活动原有的部门。</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>by id</source>
        <translation>按 ID</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>What departments are named by</source>
        <translation>部门的标识方式</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Choose from the catalogue…</source>
        <translation>从资料库选择…</translation>
    </message>
    <message>
        <source>Not added, for it cannot be named as the others are: %1. Name all of them by id, code or name.</source>
        <translation>未添加，因为无法与其他部门用同一种方式指明：%1。请全部按 ID、编码或名称填写。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>， </translation>
    </message>
    <message>
        <source>The server did not tell its departments, and an update replaces them: name those that it is to have.</source>
        <translation>服务器没有返回该活动的归属部门，而更新会整体替换：请填写它应有的部门。</translation>
    </message>
    <message>
        <source>100 characters hold neither the ids nor the codes of its departments, or some have none. Name those that it is to have, or change it in the platform.</source>
        <translation>其部门的 ID 或编码超过 100 个字符，或有的部门缺少 ID 和编码。请填写它应有的部门，或在平台中修改。</translation>
    </message>
    <message>
        <source>An empty list cannot be sent; name the departments that are to stay.</source>
        <translation>不能提交空的部门列表，请填写要保留的部门。</translation>
    </message>
    <message>
        <source>Departments named: %1</source>
        <translation>部门数：%1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::EditKeeper</name>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>无法删除 %1：%2</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::EditsDialog</name>
    <message>
        <source>Condition, customer, product, code, id</source>
        <translation>条件、客户、商品、编码、ID</translation>
    </message>
    <message>
        <source>Find an edit</source>
        <translation>查找更改</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>Others changed %1 of %2 edited products meanwhile: decide before anything is posted</source>
        <translation>%2 处更改中有 %1 处期间被他人改动：请先决定，才能发送</translation>
    </message>
    <message>
        <source>%1 edits wait; nothing is left to decide</source>
        <translation>%1 处更改待发送，没有需要决定的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>When it was edited: %1</source>
        <translation>编辑时：%1</translation>
    </message>
    <message>
        <source>On the server, as read last: %1</source>
        <translation>服务器上（最近读取）：%1</translation>
    </message>
    <message>
        <source>Yours: %1</source>
        <translation>我的：%1</translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation>用我的：%1</translation>
    </message>
    <message>
        <source>Keep theirs: %1</source>
        <translation>用服务器的：%1</translation>
    </message>
    <message>
        <source>First decide on what others changed.</source>
        <translation>请先决定他人改动过的内容。</translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>keep theirs</source>
        <translation>用服务器的</translation>
    </message>
    <message>
        <source>must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>Must-sell on or off</source>
        <translation>切换必售</translation>
    </message>
    <message>
        <source>New product on or off</source>
        <translation>切换新品</translation>
    </message>
    <message>
        <source>Another value than yours and theirs is given by must-sell and new. Nothing is sent from here.</source>
        <translation>用“必售”和“新品”可改成双方之外的值。此处不会发送任何内容。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>用服务器的</translation>
    </message>
    <message>
        <source>Drop the edit</source>
        <translation>放弃这处更改</translation>
    </message>
    <message>
        <source>drop %1 edits</source>
        <translation>放弃 %1 处更改</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤销上一处更改</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Ranges to be cleared, each in a job of its own: %1.</source>
        <translation>待清除的范围（各为一个任务）：%1 个。</translation>
    </message>
    <message>
        <source>Waiting edits of customer ranges</source>
        <translation>客户可售的待发送更改</translation>
    </message>
    <message>
        <source>Waiting edits of sale ranges</source>
        <translation>可售范围的待发送更改</translation>
    </message>
    <message>
        <source>Other products of these: %1 changed on the server, %2 unchanged.</source>
        <translation>这些范围的其他商品：服务器上变化 %1，未变 %2。</translation>
    </message>
    <message>
        <source>Review and post edits: %1</source>
        <translation>预览并发送 %1 处更改</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::EnvironmentBlock</name>
    <message>
        <source>Environment: %1</source>
        <translation>环境：%1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ExplainDialog</name>
    <message>
        <source>What may this customer sell, and why?</source>
        <translation>这家客户能卖什么，为什么</translation>
    </message>
    <message>
        <source>Choose a customer…</source>
        <translation>选择客户…</translation>
    </message>
    <message>
        <source>Attributes: from the catalogue, or chosen here</source>
        <translation>属性：来自资料库，或在此选择</translation>
    </message>
    <message>
        <source>How rules combine (assumption)</source>
        <translation>规则怎样叠加（假定）</translation>
    </message>
    <message>
        <source>The API&apos;s documents do not say how rules combine, nor whether a department contains its sub-departments: here it does not. Ask your administrator.</source>
        <translation>接口文档没有说明规则怎样叠加，也没有说明部门是否包含下级部门：这里按不包含推算。请与管理员确认。</translation>
    </message>
    <message>
        <source>Product or code</source>
        <translation>商品、编码</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Only makes edits that wait; they are reviewed before they are posted.</source>
        <translation>只生成待发送的更改，预览后才发送。</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>not filled: choose…</source>
        <translation>未填，选择…</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>May sell %1 products: must-sell %2, new %3, limited to suppliers %4</source>
        <translation>能卖 %1 种商品：必售 %2，新品 %3，限定供货商 %4</translation>
    </message>
    <message>
        <source>%1 rules ask for what is not filled (%2): the answer may lack products.</source>
        <translation>有 %1 条规则用到未填的属性（%2），结果可能不全。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>May sell</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>May not</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>Must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>May be sold. Rules that grant it:</source>
        <translation>可售。允许它的规则：</translation>
    </message>
    <message>
        <source>May not be sold. Rules that list it, the nearest first:</source>
        <translation>不可售。含有它的规则，最接近的在前：</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>✓ %1: asks for %2</source>
        <translation>✓ %1：要求 %2</translation>
    </message>
    <message>
        <source>✕ %1: asks for %2, is %3</source>
        <translation>✕ %1：要求 %2，是 %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>加入 %1</translation>
    </message>
    <message>
        <source>%1 waits to be posted for %2</source>
        <translation>%1 待发送到 %2</translation>
    </message>
    <message>
        <source>Choose a customer to compare with</source>
        <translation>选择要对比的客户</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>对比：%1</translation>
    </message>
    <message>
        <source>May sell %1 products, the other %2; %3 differ</source>
        <translation>可售 %1 种商品，对比客户 %2 种；%3 种不同</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>The other customer: %1</source>
        <translation>对比客户：%1</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>对比客户…</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>The rules could not be read. F5 tries again.</source>
        <translation>规则未能读取。按 F5 重试。</translation>
    </message>
    <message>
        <source>changed here only</source>
        <translation>仅在此处更改</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Leave %1 open</source>
        <translation>不填 %1</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>No rule lists it</source>
        <translation>无规则列出</translation>
    </message>
    <message>
        <source>May not be sold: no rule lists it.</source>
        <translation>不可售：没有规则列出该商品。</translation>
    </message>
    <message>
        <source>waits already</source>
        <translation>已在待发送</translation>
    </message>
    <message>
        <source>From rules by condition: %1, of the customer: %2. Rules know %3 products.</source>
        <translation>来自条件规则 %1 条、客户专属规则 %2 条。规则里共有 %3 种商品。</translation>
    </message>
    <message>
        <source>Reading the customer&apos;s own range…</source>
        <translation>正在读取该客户自己的范围……</translation>
    </message>
    <message>
        <source>The customer&apos;s own range is not known: the answer is of rules by condition alone.</source>
        <translation>不知该客户自己的范围：回答只依据按条件的规则。</translation>
    </message>
    <message>
        <source>The customer has no range of its own yet: under this assumption it would replace all that rules grant.</source>
        <translation>这家客户还没有专属范围；按此假定，一旦有了，就会取代各条件规则给出的全部商品。</translation>
    </message>
    <message>
        <source>Only for this customer</source>
        <translation>只加给这家客户</translation>
    </message>
    <message>
        <source>Add it to a rule that fits…</source>
        <translation>加到适用的规则…</translation>
    </message>
    <message>
        <source>An imagined customer</source>
        <translation>设想的客户</translation>
    </message>
    <message>
        <source>Choose a customer, or attributes of an imagined one.</source>
        <translation>请选择客户，或为设想的客户选择属性。</translation>
    </message>
    <message>
        <source>Or choose attributes of an imagined one.</source>
        <translation>或为设想的客户选择属性。</translation>
    </message>
    <message>
        <source>Imagine a customer</source>
        <translation>设想一个客户</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>May be sold, unless a rule with more conditions applies that asks for what is not filled. Rules that grant it:</source>
        <translation>可售，除非某条条件更多、涉及未填属性的规则也适用。允许它的规则：</translation>
    </message>
    <message>
        <source>Not sure: the first of these rules ask only for what is not filled.</source>
        <translation>不确定：排在前面的规则只差未填的属性。</translation>
    </message>
    <message>
        <source>? %1: asks for %2; not filled for this customer</source>
        <translation>? %1：要求 %2，该客户未填</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::FacetPane</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::FilterChips</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Filter %1; press to take it away</source>
        <translation>筛选 %1，按下即取消</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::FunnelChart</name>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已报名</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::HealthDialog</name>
    <message>
        <source>Health check of customer ranges</source>
        <translation>客户可售体检</translation>
    </message>
    <message>
        <source>Health check of sale ranges</source>
        <translation>可售范围体检</translation>
    </message>
    <message>
        <source>Looking at the rules…</source>
        <translation>正在检查规则…</translation>
    </message>
    <message>
        <source>Condition, product, code, id</source>
        <translation>条件、商品、编码、ID</translation>
    </message>
    <message>
        <source>Find a rule among the findings</source>
        <translation>在发现中查找规则</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Nothing odd was found.</source>
        <translation>没有发现异常。</translation>
    </message>
    <message>
        <source>Show the rule</source>
        <translation>在表中显示该规则</translation>
    </message>
    <message>
        <source>Nothing is sent from here: everything is compared and reviewed first.</source>
        <translation>这里不发送任何内容：一切先比较并预览。</translation>
    </message>
    <message>
        <source>%1 findings in %2 rules; a change can be proposed for %3</source>
        <translation>%2 条规则中有 %1 项发现；其中 %3 项有更改建议</translation>
    </message>
    <message>
        <source>With a proposal</source>
        <translation>有建议</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>The other rule: %1</source>
        <translation>另一条规则：%1</translation>
    </message>
    <message>
        <source>Proposal: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Set flags as proposed: %1 rules</source>
        <translation>按建议设置标记：%1 条规则</translation>
    </message>
    <message>
        <source>Clear and review: %1 rules…</source>
        <translation>清除并预览：%1 条规则…</translation>
    </message>
    <message>
        <source>That makes more than %1 edits. Choose fewer rules.</source>
        <translation>这会超过 %1 处更改。请少选几条规则。</translation>
    </message>
    <message>
        <source>flags of the health check</source>
        <translation>体检建议的标记</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source> %1 rules have edits that wait already, and are left alone.</source>
        <translation>另有 %1 条规则已有等待发送的更改，未改动。</translation>
    </message>
    <message>
        <source>%1 edits more wait to be posted.</source>
        <translation>又有 %1 处更改等待发送。</translation>
    </message>
    <message>
        <source>%1 rules are left alone: edits of them, or of the rule that stands for them, wait to be posted.</source>
        <translation>%1 条规则未处理：它们或代替它们的规则有等待发送的更改。</translation>
    </message>
    <message>
        <source>Where the most conditions win, no rule is without effect for being narrower than another. Another assumption can be chosen in Explain.</source>
        <translation>若条件最多的规则说了算，范围更窄的规则就不会不起作用。可在“解释”里换一种假定。</translation>
    </message>
    <message>
        <source>The API&apos;s documents do not say how rules combine. Another assumption can be chosen in Explain.</source>
        <translation>接口文档没有说明规则怎样叠加。可在“解释”里换一种假定。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::HelpWindow</name>
    <message>
        <source>Users&apos; guide</source>
        <translation>使用说明</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::JobsPage</name>
    <message>
        <source>%1 in all, %2 to resume, %3 drafts</source>
        <translation>%1 个任务，%2 个可续，%3 个草稿</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>未选中任务</translation>
    </message>
    <message>
        <source>Job #%1 is running</source>
        <translation>任务 #%1 正在运行</translation>
    </message>
    <message>
        <source>Its progress is on the bulk page.</source>
        <translation>进度显示在“批量”页。</translation>
    </message>
    <message>
        <source>Show its progress</source>
        <translation>查看进度</translation>
    </message>
    <message>
        <source>Discard draft #%1?</source>
        <translation>丢弃草稿 #%1？</translation>
    </message>
    <message>
        <source>Nothing of it was sent. Its copy of the rows goes; the sheet itself is not touched.</source>
        <translation>其中没有任何内容发送过。将删除本程序保存的行副本，原表格不受影响。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务中心</translation>
    </message>
    <message>
        <source>File, number, kind, state</source>
        <translation>文件、编号、种类、状态</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>No job matches.</source>
        <translation>没有符合的任务。</translation>
    </message>
    <message>
        <source>There are no jobs yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Each import that is compared or posted is kept here with its rows, its requests and what became of them.</source>
        <translation>每次比较或发送过的导入都保存在这里：行、请求，以及各自的结果。</translation>
    </message>
    <message>
        <source>#%1 %2 (%3)</source>
        <translation>#%1 %2（%3）</translation>
    </message>
    <message>
        <source>The journal of jobs was damaged and set aside as %1; it is not deleted. Jobs that can still be read in it: %2. Posting is locked until you have seen this.</source>
        <translation>任务日志已损坏，另存为 %1，没有删除。其中还能读出的任务：%2。您确认看过之前不能发送。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>I have seen it, unlock posting</source>
        <translation>我已看过，解除锁定</translation>
    </message>
    <message>
        <source>Draft #%1 is compared with the server</source>
        <translation>正在把草稿 #%1 与服务器比较</translation>
    </message>
    <message>
        <source>Reading changes nothing.</source>
        <translation>读取不会改变任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Old jobs were put into the archive: %1. Nothing of them is deleted.</source>
        <translation>已归档的旧任务：%1 个，内容都没有删除。</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>归档 %1</translation>
    </message>
    <message>
        <source>Job #%1 goes to the archive.</source>
        <translation>任务 #%1 移入归档。</translation>
    </message>
    <message>
        <source>Job #%1 comes back to the list.</source>
        <translation>任务 #%1 移回列表。</translation>
    </message>
    <message>
        <source>All jobs are in the archive.</source>
        <translation>任务都在归档中。</translation>
    </message>
    <message>
        <source>Job #%1 is paused</source>
        <translation>任务 #%1 已暂停</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::LeftBehindDialog</name>
    <message>
        <source>What the rehearsal left behind</source>
        <translation>演练留下了什么</translation>
    </message>
    <message>
        <source>Range, customer, campaign, product, code</source>
        <translation>范围、客户、活动、商品、编码</translation>
    </message>
    <message>
        <source>Find a difference</source>
        <translation>查找差异</translation>
    </message>
    <message>
        <source>Differences from the copy</source>
        <translation>与副本的差异</translation>
    </message>
    <message>
        <source>The copy knows what this computer had read of the company. The demo server takes everything as the documents say; the real one may refuse what it took.</source>
        <translation>副本只含本机读过的公司数据。演示服务器按文档接受一切；真实服务器可能拒绝它接受的内容。</translation>
    </message>
    <message>
        <source>Reading what the rehearsal holds now…</source>
        <translation>正在读取演练的当前状态…</translation>
    </message>
    <message>
        <source>What the rehearsal holds could not be read. F5 tries again.</source>
        <translation>演练的当前状态读取失败。按 F5 重试。</translation>
    </message>
    <message>
        <source>Beside the copy of %1, taken %2</source>
        <translation>与 %1 的副本对比，副本取于 %2</translation>
    </message>
    <message>
        <source>Nothing differs from the copy.</source>
        <translation>与副本完全一致。</translation>
    </message>
    <message>
        <source>%1 ranges, %2 customers and %3 campaigns are not as they were</source>
        <translation>%1 个范围、%2 家客户、%3 个活动与之前不同</translation>
    </message>
    <message>
        <source>Nothing differs from the copy. Post something here, then look again (F5).</source>
        <translation>与副本完全一致。在这里发送一些更改后再看（F5）。</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In the copy: %1</source>
        <translation>副本中：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ListPage</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Get recent changes</source>
        <translation>获取最新数据</translation>
    </message>
    <message>
        <source>Reads what changed since the last reading. Reading changes nothing.</source>
        <translation>读取上次之后的变化。读取不会改变任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search; the chips above show all again.</source>
        <translation>没有符合的记录。按 Esc 清除搜索；点上面的“全部”显示所有。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>a few requests, some seconds</source>
        <translation>几个请求，几秒钟</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>, %1 shown</source>
        <translation>，显示 %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Reading… %1 records in %2 requests</source>
        <translation>正在读取… %2 个请求，%1 条记录</translation>
    </message>
    <message>
        <source>Reading was cancelled. What was read before is unchanged.</source>
        <translation>已取消读取，之前读到的内容不变。</translation>
    </message>
    <message>
        <source>What was read before is still shown.</source>
        <translation>仍显示之前读到的内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Loading what was read before…</source>
        <translation>正在载入以前读取的内容…</translation>
    </message>
    <message>
        <source>not read from the server yet</source>
        <translation>尚未从服务器读取</translation>
    </message>
    <message>
        <source>as read on %1; F5 gets what changed since</source>
        <translation>为 %1 读取的内容；按 F5 获取此后的变化</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::LogPage</name>
    <message>
        <source>Verify</source>
        <translation>校验完整性</translation>
    </message>
    <message>
        <source>Goes over the chain of hashes: a line that was changed or taken out is found.</source>
        <translation>逐条核对校验链：被改动或删除的记录会被发现。</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>A command for the shell. The signature is computed there from $RANGEDESK_APPKEY; the key is not in it.</source>
        <translation>可在终端运行的命令。签名在终端里由 $RANGEDESK_APPKEY 算出，命令里没有密钥。</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复的内容</translation>
    </message>
    <message>
        <source>Bodies are kept only where the settings say so.</source>
        <translation>只有在设置里打开后才保存请求和答复的内容。</translation>
    </message>
    <message>
        <source>Copied. It needs the appkey in RANGEDESK_APPKEY.</source>
        <translation>已复制。运行时需要环境变量 RANGEDESK_APPKEY。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>还没有发出过请求</translation>
    </message>
    <message>
        <source>Every request of this profile will stand here: when, about what, and what the server said.</source>
        <translation>这个配置的每个请求都会记在这里：什么时候，关于什么，服务器怎么说。</translation>
    </message>
    <message>
        <source>Operation, value, msg_id, the server&apos;s words</source>
        <translation>操作、值、msg_id、服务器原话</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>Show new entries</source>
        <translation>显示新记录</translation>
    </message>
    <message>
        <source>Changing something</source>
        <translation>有改动的</translation>
    </message>
    <message>
        <source>No entry is chosen</source>
        <translation>没有选中记录</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Sent, received</source>
        <translation>发出、收到</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Wire name</source>
        <translation>接口名</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>Requests.csv</source>
        <translation>请求日志.csv</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>发出时的写法</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MadeColumnDialog</name>
    <message>
        <source>Make a column of others</source>
        <translation>由其他列拼出一列</translation>
    </message>
    <message>
        <source>A part of one column, or several columns joined. The sheet stays as it is; what it is made of can still be imported, too.</source>
        <translation>取一列的一部分，或把几列合并。表格本身不变；原来的列仍可照常导入。</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>A part of one column</source>
        <translation>取一列的一部分</translation>
    </message>
    <message>
        <source>Several columns joined</source>
        <translation>合并几列</translation>
    </message>
    <message>
        <source>What comes of the first rows</source>
        <translation>前几行的结果</translation>
    </message>
    <message>
        <source>Make the column</source>
        <translation>拼出这一列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Parts are separated by</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>取第几段</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最后一段</translation>
    </message>
    <message>
        <source>Columns, in their order</source>
        <translation>列（按顺序）</translation>
    </message>
    <message>
        <source>Between them</source>
        <translation>中间加</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不加</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MainWindow</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Job #%1 has ended: %2 of %3 rows are verified</source>
        <translation>任务 #%1 结束：%3 行中 %2 行核对一致</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>可售范围</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户可售</translation>
    </message>
    <message>
        <source>Bulk</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务中心</translation>
    </message>
    <message>
        <source>Demo company on this computer</source>
        <translation>本机演示公司</translation>
    </message>
    <message>
        <source>RangeDesk · %1 · %2</source>
        <translation>RangeDesk · %1环境 · %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Only files of this computer can be opened.</source>
        <translation>只能打开本机的文件。</translation>
    </message>
    <message>
        <source>A job is still running</source>
        <translation>任务仍在运行</translation>
    </message>
    <message>
        <source>Job #%1: %2 requests have a result, %3 are in flight, %4 were not sent.
Stopping waits for what is in flight; the job can be resumed later.</source>
        <translation>任务 #%1：%2 个请求已有结果，%3 个在途，%4 个未发送。
停止时会等在途请求的回复；任务以后可以继续。</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop, resume later</source>
        <translation>停止，以后继续</translation>
    </message>
    <message>
        <source>Stopping: waiting for what is in flight…</source>
        <translation>正在停止：等待在途请求的回复…</translation>
    </message>
    <message>
        <source>Job #%1 was cancelled: %2 rows are verified, %3 were not sent</source>
        <translation>任务 #%1 已取消：%2 行核对一致，%3 行未发送</translation>
    </message>
    <message>
        <source>%1 jobs were interrupted and can be resumed</source>
        <translation>有 %1 个任务中断，可以继续</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>服务器已恢复应答。</translation>
    </message>
    <message>
        <source>Type the appkey…</source>
        <translation>键入 appkey…</translation>
    </message>
    <message>
        <source>it is not shown, and never logged</source>
        <translation>不显示，也不写入日志</translation>
    </message>
    <message>
        <source>Ask the keychain again</source>
        <translation>再问一次系统钥匙串</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Stay in the background</source>
        <translation>留在后台</translation>
    </message>
    <message>
        <source>Jobs wait for their time</source>
        <translation>有任务在等待定时</translation>
    </message>
    <message>
        <source>%1 jobs are to begin later. They begin only while RangeDesk is open; otherwise they stay in the list until you begin them.</source>
        <translation>有 %1 个任务稍后开始。只有 RangeDesk 打开时才会开始；否则留在列表中，等您手动开始。</translation>
    </message>
    <message>
        <source>The jobs behind it wait until you begin one of them.</source>
        <translation>排在后面的任务会等待，直到您手动开始其中一个。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>报名审核</translation>
    </message>
    <message>
        <source>The last decisions are not written</source>
        <translation>最近的审核结果尚未写入</translation>
    </message>
    <message>
        <source>Decisions on registrations could not be written to the disk. They are lost when the window closes.</source>
        <translation>报名的审核结果未能写入磁盘；关闭窗口后将丢失。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Open a sheet</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>New range</source>
        <translation>新建范围</translation>
    </message>
    <message>
        <source>What may a customer sell, and why?</source>
        <translation>客户可以卖什么，为什么？</translation>
    </message>
    <message>
        <source>Take over a reference list</source>
        <translation>导入参考名单</translation>
    </message>
    <message>
        <source>Get recent changes of this page</source>
        <translation>获取本页最新数据</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Where may a product be sold?</source>
        <translation>商品可以卖给哪些客户？</translation>
    </message>
    <message>
        <source>What do the edits that wait change?</source>
        <translation>待发送的更改会带来什么变化？</translation>
    </message>
    <message>
        <source>What it left behind</source>
        <translation>留下了什么</translation>
    </message>
    <message>
        <source>What the rehearsal left behind</source>
        <translation>演练留下了什么</translation>
    </message>
    <message>
        <source>Query campaigns</source>
        <translation>查询活动</translation>
    </message>
    <message>
        <source>Open a sheet of campaigns</source>
        <translation>打开活动表格</translation>
    </message>
    <message>
        <source>Open a sheet of registrations</source>
        <translation>打开报名表格</translation>
    </message>
    <message>
        <source>Health check of the ranges</source>
        <translation>可售范围体检</translation>
    </message>
    <message>
        <source>Edits that wait</source>
        <translation>待发送的更改</translation>
    </message>
    <message>
        <source>New customer range</source>
        <translation>新建客户可售</translation>
    </message>
    <message>
        <source>Pick customers to work on</source>
        <translation>挑选要处理的客户</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Health check of the customer ranges</source>
        <translation>客户可售体检</translation>
    </message>
    <message>
        <source>Edits of customer ranges that wait</source>
        <translation>待发送的客户可售更改</translation>
    </message>
    <message>
        <source>Close the write lock</source>
        <translation>关闭写入锁</translation>
    </message>
    <message>
        <source>Open the write lock…</source>
        <translation>打开写入锁…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>连接配置</translation>
    </message>
    <message>
        <source>Users&apos; guide</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>The last edits are not written</source>
        <translation>最近的更改没有写入</translation>
    </message>
    <message>
        <source>Edits of ranges that wait to be posted could not be written to the disk. They are lost when the window closes.</source>
        <translation>待发送的可售范围更改没能写入磁盘。关闭窗口会丢失这些更改。</translation>
    </message>
    <message>
        <source>Changes could not be kept</source>
        <translation>更改未能保存</translation>
    </message>
    <message>
        <source>What was made in a form could not be written to the disk. It is lost when the window closes; it can be saved as a sheet in another place.</source>
        <translation>在表单中所做的更改无法写入磁盘，关闭窗口后将丢失；可以另存为表格放到其他位置。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MatchFields</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>隐藏的行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Add or change</source>
        <translation>新增/修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>By the operation column</source>
        <translation>按操作列</translation>
    </message>
    <message>
        <source>Clear everything</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Only add what is new</source>
        <translation>只新增</translation>
    </message>
    <message>
        <source>Only change what is there</source>
        <translation>只修改</translation>
    </message>
    <message>
        <source>Exactly these products</source>
        <translation>恰好是这些商品</translation>
    </message>
    <message>
        <source>Adds what is not there, changes what is.</source>
        <translation>没有的新增，已有的修改。</translation>
    </message>
    <message>
        <source>Removes the products named.</source>
        <translation>删除所列的商品。</translation>
    </message>
    <message>
        <source>Each row says what is done: 新增/修改, 删除 or 清除.</source>
        <translation>每行自己写明：新增/修改、删除 或 清除。</translation>
    </message>
    <message>
        <source>Takes all products from the ranges or customers named. Rows name no products.</source>
        <translation>清除所列范围或客户的全部商品。各行不填商品。</translation>
    </message>
    <message>
        <source>What is there already stays as it is.</source>
        <translation>已有的保持原样。</translation>
    </message>
    <message>
        <source>What is not there is not added.</source>
        <translation>没有的不会新增。</translation>
    </message>
    <message>
        <source>Afterwards the ranges or customers named hold exactly the products named; all others are removed from them.</source>
        <translation>完成后，所列范围或客户恰好只有所列的商品；其余商品从中删除。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>Leave out hidden rows</source>
        <translation>不读取隐藏的行</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Delimiter: %1</source>
        <translation>分隔符：%1</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（隐藏）</translation>
    </message>
    <message>
        <source>%1 hidden rows</source>
        <translation>隐藏 %1 行</translation>
    </message>
    <message>
        <source>%1 merged areas</source>
        <translation>合并区域 %1 处</translation>
    </message>
    <message>
        <source>%1 formulas without a value</source>
        <translation>%1 个公式没有值</translation>
    </message>
    <message>
        <source>%1 (recognised)</source>
        <translation>%1（已识别）</translation>
    </message>
    <message>
        <source>%1 rows   %2 columns   %3%4   ·   only on this computer, nothing was sent</source>
        <translation>%1 行   %2 列   %3%4   ·   仅在本机，没有发送任何内容</translation>
    </message>
    <message>
        <source>Column template</source>
        <translation>列模板</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MatchStep</name>
    <message>
        <source>Columns</source>
        <translation>列匹配</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>The headings cannot be read with these settings.</source>
        <translation>按当前设置读不出表头。</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
    <message>
        <source>the cells exactly as they will be sent; nothing is guessed</source>
        <translation>这里显示的就是将要发送的值，不做类型猜测</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>There are no rows to show.</source>
        <translation>没有可显示的行。</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换文件…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>%1 matched, %2 ignored or empty, %3 to decide</source>
        <translation>已匹配 %1，忽略或空 %2，待确认 %3</translation>
    </message>
    <message>
        <source>Check %1 rows</source>
        <translation>校验 %1 行</translation>
    </message>
    <message>
        <source>The sheet cannot be used yet</source>
        <translation>表格还不能使用</translation>
    </message>
    <message>
        <source>The sheet has an operation column. Rows that say otherwise than &quot;%1&quot; are refused; choose &quot;%2&quot; to follow the column.</source>
        <translation>表格里有操作列。与“%1”不同的行会不通过；要按该列执行，请选择“%2”。</translation>
    </message>
    <message>
        <source>The sheet has no rows</source>
        <translation>表格没有数据行</translation>
    </message>
    <message>
        <source>Nothing of this file can be shown</source>
        <translation>这个文件无法读取</translation>
    </message>
    <message>
        <source>Open another sheet…</source>
        <translation>打开另一张表格…</translation>
    </message>
    <message>
        <source>The template &quot;%1&quot; fits these headings and is used.</source>
        <translation>模板“%1”与表头相符，已采用。</translation>
    </message>
    <message>
        <source>The corrections belonged to another sheet and are gone.</source>
        <translation>更正属于另一张工作表，已取消。</translation>
    </message>
    <message>
        <source>Corrections of made columns are gone: %1.</source>
        <translation>拼出的列的更正已失效：%1 处。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MerchantCard</name>
    <message>
        <source>Raw text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Go to the other</source>
        <translation>转到另一家</translation>
    </message>
    <message>
        <source>Note or reason (N)</source>
        <translation>备注或原因，按 N</translation>
    </message>
    <message>
        <source>Note or reason</source>
        <translation>备注或原因</translation>
    </message>
    <message>
        <source>Merchant information as it came</source>
        <translation>商家信息原文</translation>
    </message>
    <message>
        <source>No customer is chosen</source>
        <translation>未选择客户</translation>
    </message>
    <message>
        <source>external id %1</source>
        <translation>第三方标识 %1</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>Only registrations can be decided on.</source>
        <translation>只有已报名的客户可以审核。</translation>
    </message>
    <message>
        <source>Not decided yet. Decisions stay on this computer.</source>
        <translation>尚未审核。审核结果只存在本机，不写回服务器。</translation>
    </message>
    <message>
        <source>The merchant information has changed since.</source>
        <translation>此后商家信息有变化。</translation>
    </message>
    <message>
        <source>registered %1 times</source>
        <translation>报名 %1 次</translation>
    </message>
    <message>
        <source>May be the same merchant: %1</source>
        <translation>疑似同一家：%1</translation>
    </message>
    <message>
        <source>Ready reasons (Down)</source>
        <translation>常用原因（向下键）</translation>
    </message>
    <message>
        <source>Registered at %1, as reported from here</source>
        <translation>报名时间 %1（本机登记）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>审核历史</translation>
    </message>
    <message>
        <source>Note for %1 chosen (N)</source>
        <translation>给所选 %1 家写备注 (N)</translation>
    </message>
    <message>
        <source>Note for %1 chosen</source>
        <translation>给所选 %1 家写备注</translation>
    </message>
    <message>
        <source>Note for %1 chosen; it takes the place of theirs.</source>
        <translation>给所选 %1 家写备注，将替换各自原有的备注。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was decided on it yet.</source>
        <translation>还没有审核记录。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::MergeCards</name>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>The campaign has changed on the server since it was read.</source>
        <translation>读取之后，服务器上的活动已有变化。</translation>
    </message>
    <message>
        <source>Taken over from there: %1</source>
        <translation>已并入对方的更改：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Changed on both sides, to be decided below: %1</source>
        <translation>两边都改了，请在下方选择：%1</translation>
    </message>
    <message>
        <source>When it was read: %1</source>
        <translation>读取时：%1</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>用对方的</translation>
    </message>
    <message>
        <source>%1: changed on both sides</source>
        <translation>%1：两边都改了</translation>
    </message>
    <message>
        <source>%1: merged by hand</source>
        <translation>%1：已手工合并</translation>
    </message>
    <message>
        <source>%1: decided</source>
        <translation>%1：已选择</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::NetworkFields</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用这个：</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User (empty: it asks for none)</source>
        <translation>用户名（空：不需要）</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Own authority</source>
        <translation>自有证书机构</translation>
    </message>
    <message>
        <source>Add a PEM file…</source>
        <translation>添加 PEM 文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>kept in the keychain; type to replace it</source>
        <translation>已在系统钥匙串中；键入即可替换</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1，有效期至 %2</translation>
    </message>
    <message>
        <source>None: the authorities of this computer decide.</source>
        <translation>无：由本机信任的证书机构决定。</translation>
    </message>
    <message>
        <source>Add an authority (PEM)</source>
        <translation>添加证书机构 (PEM)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::OfflineBar</name>
    <message>
        <source>Job #%1 asks again by itself. What was sent and got no answer is read back, never sent twice.</source>
        <translation>任务 #%1 会自动再试。已发出而没有回音的请求会先读回核对，绝不重复发送。</translation>
    </message>
    <message>
        <source>What was read, sheets, checks and drafts stay open. Reading, comparing and posting wait for the connection.</source>
        <translation>已读取的数据、表格、校验和草稿仍可使用；读取、比较和发送要等网络恢复。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No answer from the server for %1</source>
        <translation>网络中断 %1</translation>
    </message>
    <message>
        <source>No answer from the server for %1; job #%2 has paused itself</source>
        <translation>服务器已 %1 没有答复，任务 #%2 已自动暂停</translation>
    </message>
    <message>
        <source>When it answers again, you are asked before anything goes on. What was sent and got no answer is read back first, never sent twice.</source>
        <translation>恢复后会先问您，再继续。发出后没有回音的请求会先读回核对，不会重复发送。</translation>
    </message>
    <message>
        <source>The server answers again. Go on with job #%1?</source>
        <translation>服务器恢复答复。继续任务 #%1 吗？</translation>
    </message>
    <message>
        <source>It paused when the network was lost: %1 of %2 requests have a result.</source>
        <translation>任务因断网暂停：%2 个请求中有 %1 个已有结果。</translation>
    </message>
    <message>
        <source>Go on with job #%1</source>
        <translation>继续任务 #%1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::OverlapChart</name>
    <message>
        <source>Covered only</source>
        <translation>仅覆盖</translation>
    </message>
    <message>
        <source>Notified, though not covered</source>
        <translation>已通知但不在覆盖名单</translation>
    </message>
    <message>
        <source>Notified, not registered</source>
        <translation>已通知未报名</translation>
    </message>
    <message>
        <source>Registered, neither covered nor notified</source>
        <translation>报名，但未覆盖也未通知</translation>
    </message>
    <message>
        <source>Registered, never notified</source>
        <translation>未通知却报名</translation>
    </message>
    <message>
        <source>Registered, though not covered</source>
        <translation>已报名但不在覆盖名单</translation>
    </message>
    <message>
        <source>Covered, notified, registered</source>
        <translation>覆盖、通知并报名</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PageHead</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>转到任何内容</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>符合的内容</translation>
    </message>
    <message>
        <source>Nothing fits. The catalogue knows what was read (F5) and your reference lists.</source>
        <translation>没有符合的。资料库包含读取过的内容（F5）和您的参考名单。</translation>
    </message>
    <message>
        <source>A command, or a customer, product, campaign, value or range: name, code or pinyin</source>
        <translation>命令、客户、商品、活动、取值或范围：名称、编码或拼音</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PastePane</name>
    <message>
        <source>What was pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>Copy a column of codes, ids or names in a spreadsheet, then press Ctrl+V here.</source>
        <translation>在表格软件里复制一列编码、ID 或名称，然后在这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>; repeated: %1, shown once</source>
        <translation>；重复 %1 个，已合并</translation>
    </message>
    <message>
        <source>Problems only %1</source>
        <translation>只看问题 %1</translation>
    </message>
    <message>
        <source>Copy the %1 not known</source>
        <translation>复制查无的 %1 个</translation>
    </message>
    <message>
        <source>Use those not known as codes</source>
        <translation>查无的按编码使用</translation>
    </message>
    <message>
        <source>The server decides whether they exist. Damaged ones are left out.</source>
        <translation>是否存在由服务器判断；已损坏的不会使用。</translation>
    </message>
    <message>
        <source>%1 pasted = %2 found, in the basket now + %3 ambiguous + %4 not known</source>
        <translation>粘贴 %1 = %2 找到，已入选篮 + %3 有歧义 + %4 查无</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PendingEdits</name>
    <message>
        <source>discard the edits of %1</source>
        <translation>放弃 %1 的更改</translation>
    </message>
    <message>
        <source>discard all edits</source>
        <translation>放弃全部更改</translation>
    </message>
    <message>
        <source>keep the old range</source>
        <translation>保留原范围</translation>
    </message>
    <message>
        <source>keep %1 old ranges</source>
        <translation>保留 %1 个原范围</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PickerDialog</name>
    <message>
        <source>Name, code, external id, id, pinyin or its initials</source>
        <translation>名称、编码、第三方标识、ID、全拼、拼音首字母</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Paste a column</source>
        <translation>粘贴一列编码</translation>
    </message>
    <message>
        <source>Filter by attribute</source>
        <translation>按属性筛选</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>picks</source>
        <translation>选入</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>选篮</translation>
    </message>
    <message>
        <source>%1 in the catalogue</source>
        <translation>资料库共 %1</translation>
    </message>
    <message>
        <source>The catalogue knows none yet. It grows from every list that is read (F5).</source>
        <translation>资料库里还没有。每次读取列表（F5）都会补充资料库。</translation>
    </message>
    <message>
        <source>Nothing matches. Shorten the search, or use it as it is typed.</source>
        <translation>没有匹配。可以缩短搜索词，或按原样使用。</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>Pick all %1 shown</source>
        <translation>全选这 %1 个</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1 个</translation>
    </message>
    <message>
        <source>Basket %1</source>
        <translation>选篮 %1</translation>
    </message>
    <message>
        <source>Pasted %1</source>
        <translation>粘贴结果 %1</translation>
    </message>
    <message>
        <source>Use &quot;%1&quot; as it is</source>
        <translation>按原样使用“%1”</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>%1 of them as typed, not in the catalogue</source>
        <translation>其中 %1 个按原样使用，资料库里没有</translation>
    </message>
    <message>
        <source>Leave without what you picked?</source>
        <translation>放弃已选的内容吗？</translation>
    </message>
    <message>
        <source>%1 are in the basket.</source>
        <translation>选篮里有 %1 个。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on picking</source>
        <translation>继续选择</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Picked of late</source>
        <translation>最近选过</translation>
    </message>
    <message>
        <source>No room for more favourites</source>
        <translation>收藏已满</translation>
    </message>
    <message>
        <source>At most %1 at once here. Take some out, or use a sheet.</source>
        <translation>此处一次最多 %1 个。请移出一些，或改用表格。</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Pick, or take back</source>
        <translation>选入或移出</translation>
    </message>
    <message>
        <source>Favourite on or off</source>
        <translation>切换收藏</translation>
    </message>
    <message>
        <source>Take out of the basket</source>
        <translation>移出选篮</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PickerField</name>
    <message>
        <source>Name, code, id, pinyin</source>
        <translation>名称、编码、ID、拼音</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>Values that match</source>
        <translation>匹配的值</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>资料库里没有</translation>
    </message>
    <message>
        <source>Use as typed:</source>
        <translation>按原样使用：</translation>
    </message>
    <message>
        <source>as a code</source>
        <translation>作为编码</translation>
    </message>
    <message>
        <source>as a name</source>
        <translation>作为名称</translation>
    </message>
    <message>
        <source>as an id</source>
        <translation>作为 ID</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PictureStrip</name>
    <message>
        <source>This is no picture.</source>
        <translation>这不是图片。</translation>
    </message>
    <message>
        <source>The picture is damaged or too large.</source>
        <translation>图片已损坏或过大。</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>图片 %1 张</translation>
    </message>
    <message>
        <source>Fetches the pictures from where the merchants put them, over HTTPS: %1. Stays on for the next customers until it is turned off.</source>
        <translation>通过 HTTPS 从商家存放图片的地址取图：%1。对后面的客户一直有效，直到关闭。</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>只显示前 %1 张。</translation>
    </message>
    <message>
        <source>%1 not shown. %2</source>
        <translation>%1 张未能显示。%2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::PlanDialog</name>
    <message>
        <source>The requests of this draft</source>
        <translation>这份草稿的请求</translation>
    </message>
    <message>
        <source>Counting the requests…</source>
        <translation>正在统计请求…</translation>
    </message>
    <message>
        <source>Nothing would be sent.</source>
        <translation>没有要发送的内容。</translation>
    </message>
    <message>
        <source>The body of the chosen request</source>
        <translation>所选请求的正文</translation>
    </message>
    <message>
        <source>Choose a request to see what exactly would be sent.</source>
        <translation>选择一个请求，查看将要发送的确切内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 requests in the order of their targets; several leave at once, one at a time for a target. Without the signature, which each gets when it leaves.</source>
        <translation>%1 个请求，按对象排列；多个同时发送，但同一对象一次只发一个。不含签名，签名在发送时生成。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ProfileEditor</name>
    <message>
        <source>RangeDesk · Profiles</source>
        <translation>RangeDesk · 连接配置</translation>
    </message>
    <message>
        <source>Connect a company once, then do everything at this desk.</source>
        <translation>先连上一个账号，之后都在这张桌上做。</translation>
    </message>
    <message>
        <source>Campaigns, registrations, sale ranges, and changes by the ten thousand: previewed, posted, verified row by row.</source>
        <translation>活动、报名审核、可售范围，以及成千上万行的批量更改：先预览，再发送，逐行核对。</translation>
    </message>
    <message>
        <source>No key yet?</source>
        <translation>还没有密钥？</translation>
    </message>
    <message>
        <source>The rehearsal on this computer has customers, products and rules of its own. Whatever you change there, no company notices.</source>
        <translation>演练环境自带客户、商品和规则，怎么改都不影响公司数据。</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>用示例数据试一试</translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation>修改连接配置</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建连接配置</translation>
    </message>
    <message>
        <source>The open-interface page of the company&apos;s admin pages holds these.</source>
        <translation>这些内容在公司管理后台的“开放接口”页面可以找到。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>保存并继续</translation>
    </message>
    <message>
        <source>Name, kind, openid and appkey are needed.</source>
        <translation>需要名称、环境、openid 和 appkey。</translation>
    </message>
    <message>
        <source>%1 is production</source>
        <translation>%1 是正式环境</translation>
    </message>
    <message>
        <source>Saved as %1, the same company can be changed without typing a name, and without the band of production.</source>
        <translation>保存为%1后，改动同一家公司不再要求键入名称，也没有正式环境的色带。</translation>
    </message>
    <message>
        <source>Back to the fields</source>
        <translation>返回修改</translation>
    </message>
    <message>
        <source>It really is %1: save</source>
        <translation>确实是%1：保存</translation>
    </message>
    <message>
        <source>The proxy&apos;s user needs a password.</source>
        <translation>代理的用户名需要密码。</translation>
    </message>
    <message>
        <source>The password of the proxy did not come from the keychain.</source>
        <translation>没有从系统钥匙串取得代理的密码。</translation>
    </message>
    <message>
        <source>Type it once more.</source>
        <translation>请再键入一次。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ProfileForm</name>
    <message>
        <source>Name of the profile</source>
        <translation>配置名称</translation>
    </message>
    <message>
        <source>Which kind of company is this?</source>
        <translation>这是哪种环境</translation>
    </message>
    <message>
        <source>Address of the interface</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>For instance: Acme Foods, test</source>
        <translation>例如：泉岭食品-测试</translation>
    </message>
    <message>
        <source>Real customers. Posting asks for the name.</source>
        <translation>真实客户，发送前要键入名称</translation>
    </message>
    <message>
        <source>The company&apos;s test system.</source>
        <translation>公司的测试系统</translation>
    </message>
    <message>
        <source>On this computer, without a network.</source>
        <translation>本机模拟，不联网</translation>
    </message>
    <message>
        <source>It differs from company to company; https://openapi.waiqin365.com where nothing else was said.</source>
        <translation>每家公司不同；没有另行说明时是 https://openapi.waiqin365.com</translation>
    </message>
    <message>
        <source>Limits and write lock</source>
        <translation>限速、上限与写入锁</translation>
    </message>
    <message>
        <source>Requests a second (0: no limit)</source>
        <translation>每秒请求数（0 为不限）</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>同时在途请求</translation>
    </message>
    <message>
        <source>Products a request</source>
        <translation>每个请求的商品数</translation>
    </message>
    <message>
        <source>Ceiling: requests a job</source>
        <translation>上限：每个任务的请求数</translation>
    </message>
    <message>
        <source>Ceiling: share of removals, %</source>
        <translation>上限：移除占比（%）</translation>
    </message>
    <message>
        <source>Minutes until the write lock closes by itself</source>
        <translation>写入锁自动锁上的分钟数</translation>
    </message>
    <message>
        <source>The write lock is on when the profile is opened</source>
        <translation>打开配置时写入锁是锁上的</translation>
    </message>
    <message>
        <source>kept in the keychain; type to replace it</source>
        <translation>已在系统钥匙串中；键入即可替换</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer alone; it is not shown again and cannot be copied out.</source>
        <translation>只存在系统钥匙串里，不再显示，也不能复制出来</translation>
    </message>
    <message>
        <source>Mark beside the name</source>
        <translation>名称旁的标记</translation>
    </message>
    <message>
        <source>Proxy and certificates</source>
        <translation>代理和证书</translation>
    </message>
    <message>
        <source>Largest answer, MB</source>
        <translation>最大答复（MB）</translation>
    </message>
    <message>
        <source>Data of the rehearsal</source>
        <translation>演练的数据</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>A copy holds what this computer has read of the company: customers, products, ranges, campaigns. The company itself is not asked, and nothing reaches it.</source>
        <translation>副本含本机读过的该公司数据：客户、商品、范围、活动。不会询问公司的服务器，也不会有任何内容送达。</translation>
    </message>
    <message>
        <source>A copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>A copy of a company whose profile is gone</source>
        <translation>某公司的副本（其配置已不存在）</translation>
    </message>
    <message>
        <source>A profile keeps its data. Make a new one to rehearse on others.</source>
        <translation>配置保留自己的数据。要用其他数据演练，请新建配置。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::Program</name>
    <message>
        <source>Asking the keychain for the appkey…</source>
        <translation>正在向系统钥匙串取 appkey…</translation>
    </message>
    <message>
        <source>The key serves this run.</source>
        <translation>密钥仅用于本次运行。</translation>
    </message>
    <message>
        <source>Demo company, rehearsal</source>
        <translation>演示公司-演练</translation>
    </message>
    <message>
        <source>Open in a second window</source>
        <translation>在第二个窗口打开</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>新建连接配置…</translation>
    </message>
    <message>
        <source>Change this profile…</source>
        <translation>修改此配置…</translation>
    </message>
    <message>
        <source>Duplicate this profile…</source>
        <translation>复制此配置…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Export this profile (without the key)…</source>
        <translation>导出此配置（不含密钥）…</translation>
    </message>
    <message>
        <source>Import a profile…</source>
        <translation>导入连接配置…</translation>
    </message>
    <message>
        <source>Remove this profile…</source>
        <translation>删除此配置…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Its jobs, their journal and reports on this computer go, and its key in the keychain. Nothing changes on the server.</source>
        <translation>本机上它的任务、日志和结果会删除，系统钥匙串中的密钥也会删除。服务器上不会有任何变化。</translation>
    </message>
    <message>
        <source>This cannot be undone. Save reports that you need first.</source>
        <translation>无法撤销。请先保存需要的结果。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove the profile and its data</source>
        <translation>删除配置及其数据</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>导出连接配置</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>导入连接配置</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Keeping the appkey in the keychain…</source>
        <translation>正在存入系统钥匙串…</translation>
    </message>
    <message>
        <source>The key may still be in the keychain: remove the entry RangeDesk there.</source>
        <translation>密钥可能还在系统钥匙串里：请在那里删除 RangeDesk 条目。</translation>
    </message>
    <message>
        <source>The password of the proxy did not come from the keychain: type it in the profile.</source>
        <translation>没有从系统钥匙串取得代理的密码：请在配置里键入。</translation>
    </message>
    <message>
        <source>This file brings a proxy or an authority of its own: whoever runs them can read everything.</source>
        <translation>这个文件带有自己的代理或证书机构：掌握它们的人可以读到一切内容。</translation>
    </message>
    <message>
        <source>Keep them only if you know them; they stand below.</source>
        <translation>确认认识它们再保留；内容见下。</translation>
    </message>
    <message>
        <source>Rehearse on the copy of %1, or on a fresh one?</source>
        <translation>在 %1 的副本上演练，还是重新取一份？</translation>
    </message>
    <message>
        <source>The copy holds what was rehearsed since. A fresh one holds what this computer knows of %1 now, and gives that up.</source>
        <translation>该副本保留了此后的演练结果。重新取的副本含本机现在所知的 %1，并放弃那些结果。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on with that copy</source>
        <translation>继续用该副本</translation>
    </message>
    <message>
        <source>Take a fresh copy</source>
        <translation>重新取副本</translation>
    </message>
    <message>
        <source>%1, rehearsal</source>
        <translation>%1 演练</translation>
    </message>
    <message>
        <source>Rehearse on a copy of this company…</source>
        <translation>在该公司的副本上演练…</translation>
    </message>
    <message>
        <source>What the rehearsal left behind</source>
        <translation>演练留下了什么</translation>
    </message>
    <message>
        <source>Take a fresh copy of %1…</source>
        <translation>重新取 %1 的副本…</translation>
    </message>
    <message>
        <source>Take a fresh copy?</source>
        <translation>重新取副本？</translation>
    </message>
    <message>
        <source>What was rehearsed on the present copy is given up. Jobs stay in the list; their undo finds other values.</source>
        <translation>将放弃当前副本上的演练结果。任务仍留在列表中，但其撤销会遇到不同的值。</translation>
    </message>
    <message>
        <source>%1 is open in another window.</source>
        <translation>%1 已在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>Nothing was read of this company yet: read its ranges first (F5).</source>
        <translation>还没有读取该公司的数据：请先获取范围（F5）。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::QueryDialog</name>
    <message>
        <source>Query campaigns</source>
        <translation>查询活动</translation>
    </message>
    <message>
        <source>Kept queries</source>
        <translation>常用查询</translation>
    </message>
    <message>
        <source>Keep under a name…</source>
        <translation>存为常用…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The filters hold together. Times are the platform&apos;s (China). The list that was read before stays as it is; what is found is shown by itself until you ask for all again.</source>
        <translation>各条件同时成立。时间为平台时间（中国）。之前读取的列表不变；查询结果单独显示，直到您重新显示全部。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing lies after the end of a span: &quot;after&quot; must be the earlier moment.</source>
        <translation>时间段首尾颠倒：“晚于”应早于“早于”的时间。</translation>
    </message>
    <message>
        <source>Fill at least one filter; without one, get all campaigns with F5 in the list.</source>
        <translation>请至少填写一个条件；不设条件时，请在列表中按 F5 获取全部活动。</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Keep this query</source>
        <translation>保存这个查询</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RailButton</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，%2 个待处理</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RangePage</name>
    <message>
        <source>Customer ranges</source>
        <translation>客户可售</translation>
    </message>
    <message>
        <source>No customer ranges have been read yet</source>
        <translation>还没有读取过客户可售</translation>
    </message>
    <message>
        <source>Read them from the server. Reading changes nothing.</source>
        <translation>从服务器读取。读取不会改变任何内容。</translation>
    </message>
    <message>
        <source>Customer, product, code, id</source>
        <translation>客户、商品、编码、ID</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 条规则</translation>
    </message>
    <message>
        <source>Sale ranges</source>
        <translation>可售范围</translation>
    </message>
    <message>
        <source>No sale ranges have been read yet</source>
        <translation>还没有读取过可售范围</translation>
    </message>
    <message>
        <source>Condition, product, code, id</source>
        <translation>条件、商品、编码、ID</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>列表不全</translation>
    </message>
    <message>
        <source>Filter by condition</source>
        <translation>按条件筛选</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>New customer range</source>
        <translation>新建客户可售</translation>
    </message>
    <message>
        <source>New range</source>
        <translation>新建范围</translation>
    </message>
    <message>
        <source>Copy to customers</source>
        <translation>复制给其他客户</translation>
    </message>
    <message>
        <source>Edit conditions</source>
        <translation>编辑条件</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Takes away all products of the chosen ranges, after a review</source>
        <translation>清除所选范围的全部商品，先预览</translation>
    </message>
    <message>
        <source>Only ranges in force that the API can name can be cleared</source>
        <translation>只能清除有效且接口能指明的范围</translation>
    </message>
    <message>
        <source>%1: its new range is there. Clear the old one now?</source>
        <translation>%1：新范围已建立。现在清除原范围吗？</translation>
    </message>
    <message>
        <source>Review the clearing</source>
        <translation>预览清除</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Products of the customer range</source>
        <translation>客户可售的商品</translation>
    </message>
    <message>
        <source>Customers that get %1 products</source>
        <translation>要得到这 %1 种商品的客户</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>只读。%1</translation>
    </message>
    <message>
        <source>Customers that get the %1 products, too</source>
        <translation>也要得到这 %1 种商品的客户</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 家客户</translation>
    </message>
    <message>
        <source>clear customer ranges</source>
        <translation>清除客户可售</translation>
    </message>
    <message>
        <source>clear ranges</source>
        <translation>清除可售范围</translation>
    </message>
    <message>
        <source>edits of customer ranges</source>
        <translation>客户可售的更改</translation>
    </message>
    <message>
        <source>edits of ranges</source>
        <translation>可售范围的更改</translation>
    </message>
    <message>
        <source>%1 ranges wait to be posted, with %2 edits</source>
        <translation>%1 个范围、%2 处更改待发送</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>The server does not list all products of this rule, so it cannot be copied.</source>
        <translation>服务器没有列出这条规则的全部商品，不能复制。</translation>
    </message>
    <message>
        <source>It is not posted yet.</source>
        <translation>它还没有发送。</translation>
    </message>
    <message>
        <source>That makes more than %1 edits. Use a sheet for so many.</source>
        <translation>将产生超过 %1 处更改。这么多请用表格。</translation>
    </message>
    <message>
        <source>Conditions (filtered)</source>
        <translation>条件（已筛选）</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>按条件</translation>
    </message>
    <message>
        <source>Read the rules from the server first (F5).</source>
        <translation>请先从服务器读取规则（F5）。</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>alike on both sides</source>
        <translation>两边相同</translation>
    </message>
    <message>
        <source>%1 edits are on the server already and wait no more.</source>
        <translation>%1 处更改服务器上已经相同，不再等待。</translation>
    </message>
    <message>
        <source>No customer has a range of its own. Ctrl+N makes the first.</source>
        <translation>还没有客户有自己的可售范围。按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>The company has no sale ranges. Ctrl+N makes the first.</source>
        <translation>公司还没有可售范围。按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>New range with these products</source>
        <translation>用这些商品新建范围</translation>
    </message>
    <message>
        <source>Add products…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>List of the edits that wait</source>
        <translation>待发送更改的列表</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤销上一处更改</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Products for the %1 picked</source>
        <translation>给选中的 %1 个客户加商品</translation>
    </message>
    <message>
        <source>Pick customers</source>
        <translation>挑选客户</translation>
    </message>
    <message>
        <source>%1 customers: %2 products are new to them, %3 they have already. What differs waits to be reviewed.</source>
        <translation>%1 个客户：新增 %2 种商品，已有 %3 种。有差异的部分等待预览。</translation>
    </message>
    <message>
        <source>Customers to work on</source>
        <translation>要处理的客户</translation>
    </message>
    <message>
        <source>Only the %1 picked customers are shown: %2 have a range of their own, %3 have none.</source>
        <translation>只显示挑选的 %1 个客户：%2 个有自己的可售范围，%3 个没有。</translation>
    </message>
    <message>
        <source>Pick others</source>
        <translation>另选客户</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>What the edits that wait change for customers</source>
        <translation>待发送的更改对客户的影响</translation>
    </message>
    <message>
        <source>Discard all edits…</source>
        <translation>放弃全部编辑……</translation>
    </message>
    <message>
        <source>Discard all edits that wait here (%1)?</source>
        <translation>放弃这里待发送的全部编辑（%1 处）？</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing is. Ctrl+Z brings them back until RangeDesk ends.</source>
        <translation>没有发送过，也不会发送。关闭 RangeDesk 之前可用 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard all</source>
        <translation>全部放弃</translation>
    </message>
    <message>
        <source>Requests: at most %1.</source>
        <translation>最多 %1 个请求。</translation>
    </message>
    <message>
        <source>Ranges to be cleared afterwards: %1.</source>
        <translation>之后待清除的范围：%1 个。</translation>
    </message>
    <message>
        <source>%1 of them come from one supplier here; in the copies they come from every supplier.</source>
        <translation>其中 %1 种在此只限一个供货商；复制后为所有供货商。</translation>
    </message>
    <message>
        <source>Customer ranges have not been read yet: the %1 picked customers are shown once they are (F5).</source>
        <translation>客户可售范围尚未读取：读取（F5）后显示所选的 %1 家客户。</translation>
    </message>
    <message>
        <source>one request for each of them</source>
        <translation>每家客户一个请求</translation>
    </message>
    <message>
        <source>of the picked customers alone, read at %1</source>
        <translation>仅所选客户，读取于 %1</translation>
    </message>
    <message>
        <source>Only the %1 picked customers are shown. Their ranges have not been read yet.</source>
        <translation>只显示所选的 %1 家客户。其范围尚未读取。</translation>
    </message>
    <message>
        <source>Of %1 the server told nothing.</source>
        <translation>有 %1 家服务器未返回。</translation>
    </message>
    <message>
        <source>This company&apos;s server tells customer ranges only one customer at a time</source>
        <translation>此公司的服务器只能逐个客户查询客户可售范围</translation>
    </message>
    <message>
        <source>Pick the customers that you want to see. In the server&apos;s words: %1</source>
        <translation>请选择要查看的客户。服务器原话：%1</translation>
    </message>
    <message>
        <source>None of the picked customers has a range of its own. Ctrl+N gives them one.</source>
        <translation>所选客户都没有自己的范围。Ctrl+N 为其新建。</translation>
    </message>
    <message>
        <source>%1 was to be cleared once its new range was there. That was not verified, or changed since: look at both before the old one is cleared.</source>
        <translation>%1 原定在新范围核对后清除。新范围未核对或之后有变：清除原范围前请先查看两者。</translation>
    </message>
    <message>
        <source>%1 was to be cleared, but its new range is not in force: nothing is cleared, or neither would be left.</source>
        <translation>%1 原定清除，但新范围未生效：不作清除，否则两者皆无。</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>保留原范围</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Review and post edits: %1</source>
        <translation>预览并发送 %1 处更改</translation>
    </message>
    <message>
        <source>Needs one range that the server holds, that it lists whole, and that the API can name</source>
        <translation>须选中一条服务器上已有、商品列出完整、且接口能指明的范围</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReachDialog</name>
    <message>
        <source>Where may this product be sold?</source>
        <translation>这个商品可以卖给哪些客户？</translation>
    </message>
    <message>
        <source>What do the edits that wait change?</source>
        <translation>待发送的更改会带来什么变化？</translation>
    </message>
    <message>
        <source>Customer, code, id</source>
        <translation>客户、编码、ID</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Choose a product…</source>
        <translation>选择商品…</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Explain this customer</source>
        <translation>解释这家客户</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>选择商品</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>Looking at every customer…</source>
        <translation>正在逐一查看客户…</translation>
    </message>
    <message>
        <source>%1: %2 of %3 customers may sell it</source>
        <translation>%1：%3 家客户中 %2 家可售</translation>
    </message>
    <message>
        <source>Once the edits that wait are posted, %1 more may sell it, and %2 no longer.</source>
        <translation>待发送的更改发送之后，另有 %1 家可售，%2 家不再可售。</translation>
    </message>
    <message>
        <source>The edits that wait change what %1 of %2 customers may sell</source>
        <translation>待发送的更改影响 %2 家客户中的 %1 家</translation>
    </message>
    <message>
        <source>The catalogue knows no customers yet. Take over a list of customers there.</source>
        <translation>资料库中还没有客户。请先在资料库导入客户清单。</translation>
    </message>
    <message>
        <source>No customer of the catalogue is concerned.</source>
        <translation>资料库中没有受影响的客户。</translation>
    </message>
    <message>
        <source>Nothing matches. Esc clears the search.</source>
        <translation>没有符合的。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>May sell</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>May not</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Lose</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记变化</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1: %2, then %3</source>
        <translation>%1：%2，之后 %3</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>新增可售</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>不再可售</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>标记变化</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 种</translation>
    </message>
    <message>
        <source>No rule that fits this customer lists it.</source>
        <translation>适用于这家客户的规则都没有列出该商品。</translation>
    </message>
    <message>
        <source>The catalogue does not know all attributes of this customer that the rules ask for.</source>
        <translation>规则所要求的属性，资料库对这家客户了解不全。</translation>
    </message>
    <message>
        <source>The rules could not be read. F5 tries again.</source>
        <translation>规则未能读取。按 F5 重试。</translation>
    </message>
    <message>
        <source>The edits that wait change what at least %1 of %2 customers may sell</source>
        <translation>待发送的更改至少影响 %2 家客户中的 %1 家</translation>
    </message>
    <message>
        <source>Of %1 others the catalogue does not know all that these rules ask for: they may be concerned as well. A list of customers with their attributes tells it.</source>
        <translation>另有 %1 家客户，资料库缺少这些规则所需的属性，也可能受影响；导入带属性的客户名单即可判断。</translation>
    </message>
    <message>
        <source>No customer is concerned for certain: the catalogue knows too little of them.</source>
        <translation>没有可确定受影响的客户：资料库对客户所知太少。</translation>
    </message>
    <message>
        <source>What do these changes change for customers?</source>
        <translation>这些更改对客户有什么影响？</translation>
    </message>
    <message>
        <source>Customers and their attributes are those of the catalogue. Another assumption can be chosen in Explain.</source>
        <translation>客户及其属性以资料库为准。可在“解释”里换一种假定。</translation>
    </message>
    <message>
        <source>This server tells own ranges only one customer at a time: they are not known here, and the answer is of rules by condition alone.</source>
        <translation>此服务器只能逐个客户查询客户可售范围：此处不知客户自己的范围，回答只依据按条件的规则。</translation>
    </message>
    <message>
        <source>%1: at least %2 of %3 customers may sell it</source>
        <translation>%1：%3 家客户中至少 %2 家可售</translation>
    </message>
    <message>
        <source>Not sure of %1: the catalogue does not know all of them that the rules ask for.</source>
        <translation>%1 家不能确定：资料库里没有规则所要求的全部属性。</translation>
    </message>
    <message>
        <source>Products named: %1; gained by some customers: %2, lost to some: %3.</source>
        <translation>涉及商品 %1 种：部分客户新增可售 %2 种，部分客户失去 %3 种。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReferenceDialog</name>
    <message>
        <source>Take over a reference list</source>
        <translation>导入参考名单</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换文件…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>It is a list of</source>
        <translation>名单内容</translation>
    </message>
    <message>
        <source>Update: what it says is added or changed; nothing goes</source>
        <translation>更新：新增或更改名单里的内容，不移除任何资料</translation>
    </message>
    <message>
        <source>The whole list: what only an earlier list told goes, too</source>
        <translation>完整名单：只在以前的名单里出现的也会移除</translation>
    </message>
    <message>
        <source>Take it as</source>
        <translation>导入方式</translation>
    </message>
    <message>
        <source>Columns and what they mean</source>
        <translation>各列及其含义</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>导出未通过的行…</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>未通过的行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Comparing with the catalogue…</source>
        <translation>正在与资料库比较…</translation>
    </message>
    <message>
        <source>No row is refused</source>
        <translation>所有行都通过</translation>
    </message>
    <message>
        <source>Refused rows: %1</source>
        <translation>未通过的行：%1</translation>
    </message>
    <message>
        <source>Nothing to take over</source>
        <translation>没有可导入的</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>导入 %1 条</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Take it as the whole list?</source>
        <translation>作为完整名单导入？</translation>
    </message>
    <message>
        <source>%1 entries that only an earlier list told go from the catalogue. Nothing changes on the server.</source>
        <translation>%1 条只在以前的名单里出现的资料会从资料库移除。服务器上没有任何变化。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Refused rows: %1, saved</source>
        <translation>未通过的行：%1，已保存</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RegistrationDialog</name>
    <message>
        <source>Report registrations</source>
        <translation>登记报名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare and review</source>
        <translation>比较并预览</translation>
    </message>
    <message>
        <source>Choose or paste…</source>
        <translation>选择或粘贴…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Customers to report</source>
        <translation>要登记的客户</translation>
    </message>
    <message>
        <source>By id where the catalogue knows it. A registration cannot be taken back.</source>
        <translation>资料库有 ID 的按 ID 发送。报名登记后不能撤回。</translation>
    </message>
    <message>
        <source>Time of registration</source>
        <translation>报名时间</translation>
    </message>
    <message>
        <source>Merchant information</source>
        <translation>商家信息</translation>
    </message>
    <message>
        <source>Kept texts</source>
        <translation>常用内容</translation>
    </message>
    <message>
        <source>Keep this text…</source>
        <translation>存为常用…</translation>
    </message>
    <message>
        <source>Time and text hold for all of them; with values for each customer, use a sheet.</source>
        <translation>时间和内容对所有客户相同；如每家不同，请用表格导入。</translation>
    </message>
    <message>
        <source>Customers that registered</source>
        <translation>已报名的客户</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 家客户</translation>
    </message>
    <message>
        <source>Choose the customers that registered.</source>
        <translation>请选择已报名的客户。</translation>
    </message>
    <message>
        <source>A day and a time of the platform&apos;s clock, such as 2026-01-31 09:05:00.</source>
        <translation>请填平台时间的日期和时刻，如 2026-01-31 09:05:00。</translation>
    </message>
    <message>
        <source>The time of registration is none.</source>
        <translation>报名时间无效。</translation>
    </message>
    <message>
        <source>Fill the merchant information: the platform wants it.</source>
        <translation>请填写商家信息：平台要求必填。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a comma and cannot be sent by name. Choose the customer by id or code.</source>
        <translation>“%1”含有逗号，不能按名称发送。请按 ID 或编码选择客户。</translation>
    </message>
    <message>
        <source>Requests at most: %1. Compared with the server first; nothing is sent before you have seen it.</source>
        <translation>最多 %1 个请求。先与服务器比较，您看过之前不会发送。</translation>
    </message>
    <message>
        <source>%1 of them were registered when the campaign was read; they are not reported twice.</source>
        <translation>其中 %1 家在读取活动时已报名，不会重复登记。</translation>
    </message>
    <message>
        <source>Registrations, %1</source>
        <translation>报名登记，%1</translation>
    </message>
    <message>
        <source>no kept texts yet</source>
        <translation>还没有常用内容</translation>
    </message>
    <message>
        <source>a kept text</source>
        <translation>选择常用内容</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>保存这段内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Give up these registrations?</source>
        <translation>放弃这些报名登记？</translation>
    </message>
    <message>
        <source>Nothing of them was sent.</source>
        <translation>什么都没有发送。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The time comes from the kept text: %1.</source>
        <translation>时间取自保存的文字：%1。</translation>
    </message>
    <message>
        <source>The query gives 32 characters at most. This is the whole code.</source>
        <translation>查询最多返回 32 个字符。这是完整的编码。</translation>
    </message>
    <message>
        <source>The code begins otherwise than the platform&apos;s: %1.</source>
        <translation>编码的开头与平台上的不同：%1。</translation>
    </message>
    <message>
        <source>Make sure that the code is whole, and tick the box or give all of it.</source>
        <translation>请确认编码完整并勾选，或填写完整编码。</translation>
    </message>
    <message>
        <source>At most %1 at once here. Take some out, or use a sheet.</source>
        <translation>此处一次最多 %1 个。请移出一些，或改用表格。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RepairCard</name>
    <message>
        <source>Correct here</source>
        <translation>就地更正</translation>
    </message>
    <message>
        <source>Corrected value</source>
        <translation>更正后的值</translation>
    </message>
    <message>
        <source>%1 cells corrected; the file itself is not touched</source>
        <translation>已更正 %1 个单元格；原文件不变</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>撤回上一次更正</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>Correct this cell</source>
        <translation>更正该单元格</translation>
    </message>
    <message>
        <source>Correct all %1 that say the same</source>
        <translation>更正全部 %1 个相同的值</translation>
    </message>
    <message>
        <source>Perhaps %1</source>
        <translation>是否为 %1</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>In the sheet as it is read here; the file itself is not touched. Ctrl+Z takes it back.</source>
        <translation>只改这里读入的内容，不动文件本身。Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>All columns that are imported</source>
        <translation>所有导入的列</translation>
    </message>
    <message>
        <source>Only where it is the whole cell</source>
        <translation>仅整格匹配</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Enter what to look for.</source>
        <translation>请输入要查找的内容。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No cell would change.</source>
        <translation>没有单元格会改变。</translation>
    </message>
    <message>
        <source>%1 cells would change.</source>
        <translation>将改变 %1 个单元格。</translation>
    </message>
    <message>
        <source>Replace in %1 cells</source>
        <translation>替换 %1 个单元格</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReportView</name>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Copy the result (without the key)</source>
        <translation>复制测试结果（不含密钥）</translation>
    </message>
    <message>
        <source>Fill in the fields, then test. The test only asks which conditions are enabled; it writes nothing.</source>
        <translation>填好后即可测试。测试只查询启用的条件，不写入任何内容。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>This connection can be used. Nothing was written.</source>
        <translation>可以使用。没有写入任何内容。</translation>
    </message>
    <message>
        <source>This connection cannot be used yet. Nothing was written.</source>
        <translation>还不能使用。没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>The server was not reached</source>
        <translation>连不上服务器</translation>
    </message>
    <message>
        <source>The server was found</source>
        <translation>找到服务器</translation>
    </message>
    <message>
        <source>Its certificate is trusted</source>
        <translation>证书可信</translation>
    </message>
    <message>
        <source>Checked against the certificate authorities of this computer.</source>
        <translation>已用本机的证书机构验证。</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Allowed to this computer only.</source>
        <translation>仅允许连接本机。</translation>
    </message>
    <message>
        <source>The clocks differ by %1 s</source>
        <translation>时钟相差 %1 秒</translation>
    </message>
    <message>
        <source>Signatures use the server&apos;s time, so this works; let the system set its clock by itself.</source>
        <translation>签名按服务器时间校正，可以正常使用；建议打开系统的自动校时。</translation>
    </message>
    <message>
        <source>The clocks agree</source>
        <translation>时钟一致</translation>
    </message>
    <message>
        <source>Signatures hold a time.</source>
        <translation>签名中含有时间。</translation>
    </message>
    <message>
        <source>The appkey is accepted</source>
        <translation>密钥被接受</translation>
    </message>
    <message>
        <source>The server answered the signed request.</source>
        <translation>服务器答复了签名请求。</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>The answer is not that of this platform</source>
        <translation>答复不是该平台的格式</translation>
    </message>
    <message>
        <source>%1 conditions are enabled</source>
        <translation>启用了 %1 个条件</translation>
    </message>
    <message>
        <source>Sale ranges by condition are not enabled for this company.</source>
        <translation>该公司没有启用按条件的可售范围。</translation>
    </message>
    <message>
        <source>Writing was not tested</source>
        <translation>写入权限没有测试</translation>
    </message>
    <message>
        <source>Something is written only when you post changes. If the key may not, the server&apos;s words are shown then.</source>
        <translation>写入只在您发送更改时才会发生。若密钥被限制，届时会原样显示服务器的话。</translation>
    </message>
    <message>
        <source>Its certificate is not trusted</source>
        <translation>它的证书不可信</translation>
    </message>
    <message>
        <source>To protect the key nothing was sent, and there is no way to go on all the same.</source>
        <translation>为保护密钥，请求没有发出，也不能“仍然继续”。</translation>
    </message>
    <message>
        <source>Issued by %1, valid until %2.</source>
        <translation>由 %1 签发，有效期至 %2。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ResultView</name>
    <message>
        <source>Save the refused rows…</source>
        <translation>导出未通过的行…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>导出结果…</translation>
    </message>
    <message>
        <source>Resume the job</source>
        <translation>继续任务</translation>
    </message>
    <message>
        <source>Review the draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Discard the draft…</source>
        <translation>丢弃草稿…</translation>
    </message>
    <message>
        <source>%1   job #%2   %3</source>
        <translation>%1   任务 #%2   %3</translation>
    </message>
    <message>
        <source>%1   ·   %2 requests sent (%3 planned), %4 readings</source>
        <translation>%1   ·   发送 %2 个请求（计划 %3），读取 %4 次</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核对一致</translation>
    </message>
    <message>
        <source>read back, as wished</source>
        <translation>已读回，与要求相同</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>in the server&apos;s words</source>
        <translation>服务器拒绝，附原话</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>certainly not applied</source>
        <translation>确定没有生效</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>settled when resumed</source>
        <translation>继续任务时读回确定</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>never tried</source>
        <translation>从未发送</translation>
    </message>
    <message>
        <source>Read %1 = planned %2 + same %3 + held %4 + refused %5 + excluded %6</source>
        <translation>读入 %1 = 计划 %2 + 相同 %3 + 暂缓 %4 + 未通过 %5 + 已排除 %6</translation>
    </message>
    <message>
        <source>Planned %1 = verified %2 + accepted %3 + rejected %4 + failed %5 + unknown %6 + not sent %7</source>
        <translation>计划 %1 = 核对一致 %2 + 已接受 %3 + 服务器拒绝 %4 + 失败 %5 + 未知 %6 + 未发送 %7</translation>
    </message>
    <message>
        <source>A draft: nothing of it was sent. Review it to compare it with the server again and post it.</source>
        <translation>草稿：没有发送过任何内容。打开后会与服务器重新比较，再由您发送。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>report</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>not read back yet</source>
        <translation>读回尚未看到</translation>
    </message>
    <message>
        <source>compared %1, ended %2</source>
        <translation>比较于 %1，结束于 %2</translation>
    </message>
    <message>
        <source>compared %1</source>
        <translation>比较于 %1</translation>
    </message>
    <message>
        <source>Undo this job…</source>
        <translation>撤销本次任务…</translation>
    </message>
    <message>
        <source>Compares the inverse changes with the server first; nothing is sent before you have seen them.</source>
        <translation>先把相反的更改与服务器比较；您看过之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Saves the changes as one file that a colleague can open, check and post.</source>
        <translation>把更改存为一个文件，同事可以打开、核对并发送。</translation>
    </message>
    <message>
        <source>Retry only the failed: %1</source>
        <translation>仅重试失败项 %1</translation>
    </message>
    <message>
        <source>Undo job #%1?</source>
        <translation>撤销任务 #%1？</translation>
    </message>
    <message>
        <source>The values from before are compared with the server as it is now. You see what would be put back, and what others changed since, before anything is sent.</source>
        <translation>原来的值会与服务器当前的内容比较。发送之前，您会看到将还原什么，以及其他人此后改了什么。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不撤销</translation>
    </message>
    <message>
        <source>Only the %1 selected rows</source>
        <translation>仅所选 %1 行</translation>
    </message>
    <message>
        <source>The whole job</source>
        <translation>整个任务</translation>
    </message>
    <message>
        <source>Back to a draft</source>
        <translation>退回草稿</translation>
    </message>
    <message>
        <source>It begins %1, if RangeDesk is open then. Its targets are read again first.</source>
        <translation>将于 %1 开始，届时 RangeDesk 须已打开。开始前会重新读取并比较。</translation>
    </message>
    <message>
        <source>It waits for its turn. Where its time passed while RangeDesk was closed, it does not begin by itself.</source>
        <translation>正在排队。如果时间在 RangeDesk 关闭期间已过，不会自动开始。</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>立即开始</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>To the archive</source>
        <translation>移入归档</translation>
    </message>
    <message>
        <source>Compare the held again: %1</source>
        <translation>重新比较暂缓行：%1</translation>
    </message>
    <message>
        <source>Failed %1, unknown %2, not sent %3, changed meanwhile and held %4</source>
        <translation>失败 %1，未知 %2，未发送 %3，期间有变化而暂缓 %4</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReviewPage</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>报名审核</translation>
    </message>
    <message>
        <source>Campaign under review</source>
        <translation>审核的活动</translation>
    </message>
    <message>
        <source>Choose a campaign</source>
        <translation>选择活动</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Name, code, merchant information</source>
        <translation>名称、编码、商家信息</translation>
    </message>
    <message>
        <source>Search the customers</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Customers of the campaign</source>
        <translation>活动的客户</translation>
    </message>
    <message>
        <source>No customer fits this filter.</source>
        <translation>没有符合筛选的客户。</translation>
    </message>
    <message>
        <source>From covered to registered</source>
        <translation>从覆盖到报名</translation>
    </message>
    <message>
        <source>How the three lists overlap</source>
        <translation>三份名单的重叠</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>How often each value occurs</source>
        <translation>各值出现次数</translation>
    </message>
    <message>
        <source>Decide on all that are shown…</source>
        <translation>对筛选结果批量审核…</translation>
    </message>
    <message>
        <source>The filter was taken away to show %1.</source>
        <translation>已取消筛选，以显示 %1。</translation>
    </message>
    <message>
        <source>Only registrations can be decided on.</source>
        <translation>只有已报名的客户可以审核。</translation>
    </message>
    <message>
        <source>All registrations that are shown are decided on.</source>
        <translation>列出的报名都已审核。</translation>
    </message>
    <message>
        <source>Export the registrations (XLSX or CSV)</source>
        <translation>导出报名名单（XLSX 或 CSV）</translation>
    </message>
    <message>
        <source>registrations %1.xlsx</source>
        <translation>报名名单 %1.xlsx</translation>
    </message>
    <message>
        <source>The server has this campaign no more. What was read before is still shown.</source>
        <translation>服务器上已没有这个活动，仍显示先前读取的内容。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No campaign is under review</source>
        <translation>尚未选择审核的活动</translation>
    </message>
    <message>
        <source>No campaigns have been read yet</source>
        <translation>尚未读取活动</translation>
    </message>
    <message>
        <source>Choose one above, or press Ctrl+Shift+R on the campaigns&apos; page.</source>
        <translation>请在上方选择活动，或在活动页按 Ctrl+Shift+R。</translation>
    </message>
    <message>
        <source>Who is covered, notified and registered comes with the campaigns.</source>
        <translation>覆盖、通知和报名名单随活动一起读取。</translation>
    </message>
    <message>
        <source>Go to the campaigns</source>
        <translation>转到活动页</translation>
    </message>
    <message>
        <source>read them there, and choose one</source>
        <translation>在那里读取并选择</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>已审 %1 / %2</translation>
    </message>
    <message>
        <source>The file of decisions was damaged. It is kept as %1, and a new one was begun.</source>
        <translation>审核结果文件已损坏，另存为 %1，并新建了文件。</translation>
    </message>
    <message>
        <source>Since the download of %1: %2 new, %3 with other information, %4 gone.</source>
        <translation>自 %1 下载以来：新增 %2 家，信息有变 %3 家，消失 %4 家。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: %2 customers</source>
        <translation>%1：%2 家客户</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>How the three lists overlap (solid: registered)</source>
        <translation>三份名单的重叠（实色含已报名）</translation>
    </message>
    <message>
        <source>The last decisions could not be written yet, and are kept here. It is tried again every few seconds. %1</source>
        <translation>最近的审核结果尚未写入，保留在此处，每隔几秒重试一次。%1</translation>
    </message>
    <message>
        <source>All decisions are written now.</source>
        <translation>审核结果已全部写入。</translation>
    </message>
    <message>
        <source>The file of decisions was damaged. It is kept as %1; the decisions on this campaign were written to a new one.</source>
        <translation>审核结果文件已损坏，另存为 %1；本活动的审核结果已写入新文件。</translation>
    </message>
    <message>
        <source>%1: %2 registrations. Ctrl+Z takes it back.</source>
        <translation>%1：%2 家。可用 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>downloaded %1</source>
        <translation>下载于 %1</translation>
    </message>
    <message>
        <source>Nothing has changed since the download before.</source>
        <translation>与上次下载相比没有变化。</translation>
    </message>
    <message>
        <source>What was decided before could not be read, or this download not be kept: %1</source>
        <translation>未能读取以前的审核结果，或未能保存本次下载：%1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Field of the merchant information, or attribute of the catalogue</source>
        <translation>商家信息的字段，或资料库的属性</translation>
    </message>
    <message>
        <source>A filter holds: of %1 registrations it shows %2.</source>
        <translation>当前有筛选：%1 家报名客户中显示 %2 家。</translation>
    </message>
    <message>
        <source>It also shows customers that are not registered: %1. Where those that are shown are exported, they stand on sheets of their own.</source>
        <translation>其中还有未报名客户 %1 家；若只导出显示的客户，它们在单独的工作表里。</translation>
    </message>
    <message>
        <source>Which customers are exported?</source>
        <translation>导出哪些客户？</translation>
    </message>
    <message>
        <source>The %1 that are shown</source>
        <translation>显示的 %1 家</translation>
    </message>
    <message>
        <source>All %1 registrations</source>
        <translation>全部 %1 家报名客户</translation>
    </message>
    <message>
        <source>Shift+A, Shift+F or Shift+R, with that decision chosen</source>
        <translation>Shift+A、Shift+F 或 Shift+R，直接选好该结果</translation>
    </message>
    <message>
        <source>Customers shown: %1</source>
        <translation>显示 %1 家客户</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>a value and how often it occurs</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>The chips above the list show them.</source>
        <translation>可用列表上方的标签筛选查看。</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>含图片</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有备注</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReviewState</name>
    <message>
        <source>%1: %2 registrations</source>
        <translation>%1：%2 家</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>资料不全</translation>
    </message>
    <message>
        <source>Registered twice</source>
        <translation>重复报名</translation>
    </message>
    <message>
        <source>Not in the covered list</source>
        <translation>不在覆盖名单</translation>
    </message>
    <message>
        <source>The telephone could not be reached</source>
        <translation>电话无法核实</translation>
    </message>
    <message>
        <source>Note on %1 registrations</source>
        <translation>给 %1 家报名写备注</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ReviewStep</name>
    <message>
        <source>These rows are not sent anyway.</source>
        <translation>这些行本来就不发送。</translation>
    </message>
    <message>
        <source>Exclude rows</source>
        <translation>排除所选行</translation>
    </message>
    <message>
        <source>Excluded rows are not sent. Space toggles one row, Ctrl+Z takes it back.</source>
        <translation>排除的行不发送。空格切换一行，Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>导出未通过的行…</translation>
    </message>
    <message>
        <source>Before posting</source>
        <translation>发送前核对</translation>
    </message>
    <message>
        <source>Back to the check</source>
        <translation>返回校验</translation>
    </message>
    <message>
        <source>A confirmation follows: nothing is posted by one key.</source>
        <translation>还会再确认一次，不会一键发出</translation>
    </message>
    <message>
        <source>%1 rows → %2 requests</source>
        <translation>%1 行 → %2 个请求</translation>
    </message>
    <message>
        <source>About %1 at this speed limit, done near %2</source>
        <translation>按速度上限约 %1，预计 %2 完成</translation>
    </message>
    <message>
        <source>As fast as the server answers</source>
        <translation>不限速，视服务器回复而定</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读取（预览 + 核对）</translation>
    </message>
    <message>
        <source>%1 + at least %2</source>
        <translation>%1 + 至少 %2</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>速度上限</translation>
    </message>
    <message>
        <source>%1 a second, %2 at once</source>
        <translation>每秒 %1 个，同时 %2 个</translation>
    </message>
    <message>
        <source>none, %1 at once</source>
        <translation>不限，同时 %1 个</translation>
    </message>
    <message>
        <source>Share of removals</source>
        <translation>移除占比</translation>
    </message>
    <message>
        <source>Nothing to post</source>
        <translation>没有要发送的</translation>
    </message>
    <message>
        <source>Post %1 requests (%2)…</source>
        <translation>发送 %1 个请求到%2…</translation>
    </message>
    <message>
        <source>Everything in the sheet agrees with the server: there is nothing to post.</source>
        <translation>表格与服务器完全一致，没有要发送的内容。</translation>
    </message>
    <message>
        <source>%1 rows cannot be compared with the server (nothing read names their values) and are posted all the same. Check them, or exclude them by their chip and Del.</source>
        <translation>%1 行无法与服务器比较（没有读到这些值），但仍会发送。请核对，或点“未比较”后按 Del 排除。</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Saves the changes as one file that a colleague can open, check and post.</source>
        <translation>把更改存为一个文件，同事可以打开、核对并发送。</translation>
    </message>
    <message>
        <source>Undo of job #%1: %2 rows come back exactly as they were.</source>
        <translation>撤销任务 #%1：%2 行可完全还原。</translation>
    </message>
    <message>
        <source>%1 only partly: a product from one supplier comes back for all suppliers, one listed twice comes back once.</source>
        <translation>%1 行只能部分还原：原属一个供货商的商品会变为全部供货商，重复列出的商品只还原一次。</translation>
    </message>
    <message>
        <source>%1 cannot be undone: what was there before is not known.</source>
        <translation>%1 行无法还原：原来的内容不明。</translation>
    </message>
    <message>
        <source>The rows of job #%1 that failed, are unknown or were not sent.</source>
        <translation>任务 #%1 中失败、未知或未发送的行。</translation>
    </message>
    <message>
        <source>From the colleague: %1</source>
        <translation>同事留言：%1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>返回开始</translation>
    </message>
    <message>
        <source>Comment on %1 rows</source>
        <translation>批注 %1 行</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>批注…</translation>
    </message>
    <message>
        <source>A word on the selected rows, for yourself or for the colleague who gets the changes.</source>
        <translation>给所选行加一句话，供自己或收到更改的同事看。</translation>
    </message>
    <message>
        <source>Post at a set time…</source>
        <translation>定时发送…</translation>
    </message>
    <message>
        <source>Post at a set time</source>
        <translation>定时发送</translation>
    </message>
    <message>
        <source>Post after job #%1…</source>
        <translation>排在任务 #%1 之后发送…</translation>
    </message>
    <message>
        <source>Show each request and its reason</source>
        <translation>查看每个请求及原因</translation>
    </message>
    <message>
        <source>%1 only partly: a campaign cannot be deleted, and is set to ended instead.</source>
        <translation>%1 行只能部分还原：活动不能删除，改为设为已结束。</translation>
    </message>
    <message>
        <source>Rehearse these changes…</source>
        <translation>先演练这些更改…</translation>
    </message>
    <message>
        <source>Opens a copy of the company on this computer with these changes, ready to be posted there. Nothing reaches the company.</source>
        <translation>在本机打开公司的副本并载入这些更改，可在那里发送。不会有任何内容送达公司。</translation>
    </message>
    <message>
        <source>None of these rows is held for a decision.</source>
        <translation>这些行都不需要决定。</translation>
    </message>
    <message>
        <source>The draft is being compared again; wait for that, or cancel it.</source>
        <translation>草稿正在重新比较；请等待完成，或取消比较。</translation>
    </message>
    <message>
        <source>Take as compared</source>
        <translation>按现状采用</translation>
    </message>
    <message>
        <source>Takes the comparison as it is now: the selected rows that are held for a decision, or all of them, are posted over what the server holds by now. Ctrl+Z takes it back.</source>
        <translation>按现在的比较结果采用：所选（或全部）待决定的暂缓行将覆盖服务器现有内容一并发送。按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>Effect on customers…</source>
        <translation>对客户的影响…</translation>
    </message>
    <message>
        <source>For how many customers of the catalogue products are gained, lost or flagged otherwise, and which.</source>
        <translation>资料库中多少客户、哪些客户会新增、失去商品，或标记有变化。</translation>
    </message>
    <message>
        <source>%1 only partly: what the query had cut or left out before cannot be put back and stays as it is.</source>
        <translation>%1 行只能部分恢复：查询截短或未返回的旧内容无法放回，保持现状。</translation>
    </message>
    <message>
        <source>%1 only partly.</source>
        <translation>%1 行只能部分恢复。</translation>
    </message>
    <message>
        <source>Changed on the server meanwhile: %1. &quot;Take as compared&quot; posts yours over what is there now.</source>
        <translation>服务器上期间有变化：%1 行。“按现状采用”会用您的值覆盖现有内容。</translation>
    </message>
    <message>
        <source>Registered already with other information: %1. &quot;Take as compared&quot; reports them once more, with yours.</source>
        <translation>已以其他商家信息报名：%1 行。“按现状采用”会用您的信息再上报一次。</translation>
    </message>
    <message>
        <source>Held rows: %1. They are not sent; each tells why.</source>
        <translation>%1 行暂缓，不会发送；每行都注明原因。</translation>
    </message>
    <message>
        <source>Refused rows: %1. They are not sent and hold nothing back.</source>
        <translation>%1 行未通过：不会发送，也不阻止其余行。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RuleDetail</name>
    <message>
        <source>Products of the rule</source>
        <translation>规则的商品</translation>
    </message>
    <message>
        <source>No product to show.</source>
        <translation>没有可显示的商品。</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Find a product of the rule</source>
        <translation>在规则里查找商品</translation>
    </message>
    <message>
        <source>Add products…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Posts your values over what others changed meanwhile.</source>
        <translation>用您的值覆盖别人同时做的更改。</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>用服务器的</translation>
    </message>
    <message>
        <source>Drops your edits of what others changed meanwhile.</source>
        <translation>放弃您对别人同时改动处的更改。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>No rule is chosen</source>
        <translation>未选中规则</translation>
    </message>
    <message>
        <source>%1
Not posted yet: it is here only</source>
        <translation>%1
尚未发送，只在本机</translation>
    </message>
    <message>
        <source>Rule %1   %2
Created %3   changed %4</source>
        <translation>规则 %1   %2
创建于 %3   修改于 %4</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Products %1   must-sell %2   new %3</source>
        <translation>商品 %1   必售 %2   新品 %3</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>只读。%1</translation>
    </message>
    <message>
        <source>The server counts %1 products more than it lists.</source>
        <translation>服务器计数比列出的多 %1 种商品。</translation>
    </message>
    <message>
        <source>The server lists %1 products twice; they are shown once.</source>
        <translation>服务器重复列出 %1 种商品，已合并显示。</translation>
    </message>
    <message>
        <source>＋%1   ∆%2   −%3   not posted yet</source>
        <translation>＋%1   ∆%2   −%3   尚未发送</translation>
    </message>
    <message>
        <source>⚠ %1 of them were changed on the server since</source>
        <translation>⚠ 其中 %1 处服务器上也改了</translation>
    </message>
    <message>
        <source>must-sell</source>
        <translation>必售</translation>
    </message>
    <message>
        <source>new product</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>keep theirs</source>
        <translation>用服务器的</translation>
    </message>
    <message>
        <source>Add products to %1</source>
        <translation>给 %1 添加商品</translation>
    </message>
    <message>
        <source>%1 of the picked products are there already</source>
        <translation>所选商品中有 %1 种已在范围里</translation>
    </message>
    <message>
        <source>add %1 products</source>
        <translation>添加 %1 种商品</translation>
    </message>
    <message>
        <source>%1
The rules have not been read yet: press F5</source>
        <translation>%1
还没有读取规则：请按 F5</translation>
    </message>
    <message>
        <source>Where sold?</source>
        <translation>可售客户</translation>
    </message>
    <message>
        <source>Where may the chosen product be sold?  W</source>
        <translation>所选商品可以卖给哪些客户  W</translation>
    </message>
    <message>
        <source>That makes more than %1 edits. Use a sheet for so many.</source>
        <translation>这会产生超过 %1 处更改。这么多请用表格。</translation>
    </message>
    <message>
        <source>Edit all %1 chosen customers</source>
        <translation>对选中的 %1 家客户一起更改</translation>
    </message>
    <message>
        <source>Edit all %1 chosen ranges</source>
        <translation>对选中的 %1 个范围一起更改</translation>
    </message>
    <message>
        <source>Products are added to all of them; flags and removals hold wherever the product is listed. Read-only ones are left out.</source>
        <translation>商品会添加到每一个；必售、新品和移除对列有该商品的都生效。只读的不包括在内。</translation>
    </message>
    <message>
        <source>Conditions of the rule: all of them hold</source>
        <translation>规则的条件：须全部满足</translation>
    </message>
    <message>
        <source>Bring the chosen products back</source>
        <translation>恢复选中的商品</translation>
    </message>
    <message>
        <source>Remove the chosen products</source>
        <translation>移除选中的商品</translation>
    </message>
    <message>
        <source>Must-sell on or off</source>
        <translation>切换必售</translation>
    </message>
    <message>
        <source>New product on or off</source>
        <translation>切换新品</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>It was in force when it was edited and is not there any more: somebody cleared it, or changed its conditions. Posting would make it anew with what is added here alone.</source>
        <translation>编辑时它有效，现已不存在：有人清除了它或改了条件。发送会新建此范围，且只含这里添加的商品。</translation>
    </message>
    <message>
        <source>This range is %1.</source>
        <translation>此范围%1。</translation>
    </message>
    <message>
        <source>%1 customers are chosen: too many to be edited at once</source>
        <translation>已选 %1 家客户：过多，不能一起编辑</translation>
    </message>
    <message>
        <source>%1 ranges are chosen: too many to be edited at once</source>
        <translation>已选 %1 个范围：过多，不能一起编辑</translation>
    </message>
    <message>
        <source>Choose %1 at most, or use a sheet.</source>
        <translation>最多选 %1 个，或使用表格。</translation>
    </message>
    <message>
        <source>Space: must-sell   N: new   Del: remove   W: where sold</source>
        <translation>空格：必售   N：新品   Del：移除   W：可售客户</translation>
    </message>
    <message>
        <source>Read just now from the server</source>
        <translation>刚刚从服务器读取</translation>
    </message>
    <message>
        <source>Last seen on %1, when the picked customers were asked for</source>
        <translation>最近一次见于 %1，查询所选客户时</translation>
    </message>
    <message>
        <source>Last seen on %1, in a list of customer ranges</source>
        <translation>最近一次见于 %1，在客户可售范围列表中</translation>
    </message>
    <message>
        <source>Last seen on %1, in a list of sale ranges</source>
        <translation>最近一次见于 %1，在可售范围列表中</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::RunStep</name>
    <message>
        <source>%1 a second, %2 rows an hour</source>
        <translation>每秒 %1 个，每小时 %2 行</translation>
    </message>
    <message>
        <source>Stalled: nothing has moved for %1</source>
        <translation>停滞：已有 %1 没有动静</translation>
    </message>
    <message>
        <source>Last reply %1 s ago</source>
        <translation>%1 秒前有回复</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>实时明细</translation>
    </message>
    <message>
        <source>Requests of the job</source>
        <translation>任务的请求</translation>
    </message>
    <message>
        <source>No request has left yet.</source>
        <translation>还没有发出请求。</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>Cancel %1 unsent</source>
        <translation>取消未发送 %1</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 / %2 个请求</translation>
    </message>
    <message>
        <source>Reading the targets again before anything is sent: %1 readings</source>
        <translation>发送前重新读取：已读 %1 次</translation>
    </message>
    <message>
        <source>Paused: nothing new is sent</source>
        <translation>已暂停，不再发出新请求</translation>
    </message>
    <message>
        <source>Ending: waiting for what is in flight</source>
        <translation>正在结束：等待在途请求</translation>
    </message>
    <message>
        <source>about %1 left, done near %2</source>
        <translation>约 %1后完成，预计 %2</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Reading back what was accepted: %1 readings</source>
        <translation>正在读回核对：已读 %1 次</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>%1 with a result + %2 in flight + %3 not sent = %4 requests</source>
        <translation>已有结果 %1 + 在途 %2 + 未发送 %3 = %4 个请求</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Queued again</source>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The server asked to go slower. Requests leave at a greater distance and, while it does not object, step by step faster again.</source>
        <translation>服务器要求放慢。请求已拉开间隔；若不再出现，会逐步恢复。</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1，已用 %2</translation>
    </message>
    <message>
        <source>each request is on disk before it leaves</source>
        <translation>每个请求发送前先写入本机，断电可续</translation>
    </message>
    <message>
        <source>everything accepted is read back</source>
        <translation>全部发送后读回</translation>
    </message>
    <message>
        <source>Cancel what was not sent?</source>
        <translation>取消未发送的请求？</translation>
    </message>
    <message>
        <source>A cancelled job cannot be resumed; the sheet can be imported again, and rows that the server holds already are left alone.</source>
        <translation>取消后任务不能继续；可以重新导入表格，服务器已有的行不会再发送。</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>If cancelled now: %1 requests have a result, %2 in flight are waited for or withdrawn, %3 are not sent.</source>
        <translation>若现在取消：%1 个已有结果，%2 个在途会等到回复或撤回，%3 个不再发送。</translation>
    </message>
    <message>
        <source>Paused: the network was lost</source>
        <translation>因断网暂停</translation>
    </message>
    <message>
        <source>Paused: the journal cannot be written. Nothing leaves that is not recorded. Free some space on the disk, then go on.</source>
        <translation>已暂停：无法写入任务记录，未记录的不会发送。请腾出磁盘空间后继续。</translation>
    </message>
    <message>
        <source>Reading back %1 requests whose fate is unknown</source>
        <translation>正在读回 %1 个结果未知的请求</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>for all profiles of this computer</source>
        <translation>对本机所有配置有效</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>What new profiles start with</source>
        <translation>新配置的初始值</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Where the data is</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>Each profile has limits of its own; these are the ones a new one begins with.</source>
        <translation>每个配置有自己的限制；这里是新建时的初始值。</translation>
    </message>
    <message>
        <source>Jobs, journal and log of the profile that is open. Sheets and reports stand where you put them.</source>
        <translation>当前配置的任务、流水和日志。表格和报告在您保存的位置。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Requests a second (0: no limit)</source>
        <translation>每秒请求数（0 为不限）</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>同时在途请求</translation>
    </message>
    <message>
        <source>Products a request</source>
        <translation>每个请求的商品数</translation>
    </message>
    <message>
        <source>Days that entries are kept</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>Keep what was sent and answered, with personal data masked</source>
        <translation>保存请求和答复的内容（个人信息会遮盖）</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Column templates</source>
        <translation>列模板</translation>
    </message>
    <message>
        <source>Every request is logged, never with the key. Older entries are dropped when a profile is opened.</source>
        <translation>每个请求都有记录，从不含密钥。过期的条目在打开配置时清除。</translation>
    </message>
    <message>
        <source>Named assignments of columns. In a folder that colleagues share, all of them have the same.</source>
        <translation>命名保存的列对应关系。放在同事共用的文件夹里，大家用的就是同一套。</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Back to the program&apos;s own</source>
        <translation>恢复程序自己的文件夹</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs that ended so long ago are packed and put aside when a profile is opened. Nothing of them is deleted: the list of jobs shows them under Archive.</source>
        <translation>打开配置时，结束已久的任务会压缩归档，内容一概不删：在任务中心点“归档”即可查看。</translation>
    </message>
    <message>
        <source>Days until the archive (0: never)</source>
        <translation>多少天后归档（0 为不归档）</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::SideBySideChart</name>
    <message>
        <source>Campaigns side by side</source>
        <translation>活动并排比较</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::SpeedChart</name>
    <message>
        <source>Speed, now %1 requests a second</source>
        <translation>速度，当前每秒 %1 个请求</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::StartStep</name>
    <message>
        <source>Drop a sheet here</source>
        <translation>把表格拖到这里</translation>
    </message>
    <message>
        <source>A workbook (XLSX), CSV or tab-separated text, one line a change; or a change set of a colleague. It is checked and compared with the server; nothing is sent before you have seen it.</source>
        <translation>工作簿（XLSX）、CSV 或制表符分隔的文本，每行一项更改；也可以是同事的更改集。会先校验并与服务器比较，您看过之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Open a sheet…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>从表格软件粘贴</translation>
    </message>
    <message>
        <source>with its headings</source>
        <translation>连同表头</translation>
    </message>
    <message>
        <source>Download a template</source>
        <translation>下载模板</translation>
    </message>
    <message>
        <source>an empty sheet with its headings</source>
        <translation>带表头的空表格</translation>
    </message>
    <message>
        <source>Open the sample sheet</source>
        <translation>打开示例表格</translation>
    </message>
    <message>
        <source>products of ranges</source>
        <translation>范围商品</translation>
    </message>
    <message>
        <source>products of customers</source>
        <translation>客户商品</translation>
    </message>
    <message>
        <source>template %1</source>
        <translation>模板_%1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The clipboard holds a picture. Copy the cells themselves, with their headings.</source>
        <translation>剪贴板里是图片。请复制单元格本身，连同表头。</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy cells with their headings in the spreadsheet.</source>
        <translation>剪贴板里没有文本。请在表格软件中复制单元格，连同表头。</translation>
    </message>
    <message>
        <source>The data folder is not open yet.</source>
        <translation>数据文件夹尚未打开。</translation>
    </message>
    <message>
        <source>campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>registrations</source>
        <translation>报名</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::StatePanel</name>
    <message>
        <source>Copy the explanation</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器说：%1</translation>
    </message>
    <message>
        <source>The server is not reached</source>
        <translation>连不上服务器</translation>
    </message>
    <message>
        <source>Without a connection you can</source>
        <translation>离线时可以</translation>
    </message>
    <message>
        <source>look at what was read, and at jobs and their reports</source>
        <translation>浏览已读取的数据、任务和结果</translation>
    </message>
    <message>
        <source>open sheets, match columns, check and mend them</source>
        <translation>打开表格、列匹配、校验和修改</translation>
    </message>
    <message>
        <source>go on with drafts: they are kept here</source>
        <translation>继续草稿：都存在本机</translation>
    </message>
    <message>
        <source>This waits for the connection</source>
        <translation>要等联网</translation>
    </message>
    <message>
        <source>getting recent changes</source>
        <translation>获取最新数据</translation>
    </message>
    <message>
        <source>comparing with what the server holds</source>
        <translation>预览差异：要和服务器现值比较</translation>
    </message>
    <message>
        <source>posting changes</source>
        <translation>发送更改</translation>
    </message>
    <message>
        <source>To protect the key nothing was sent, and there is no way to go on all the same.</source>
        <translation>为保护密钥，请求没有发出，也不能“仍然继续”。</translation>
    </message>
    <message>
        <source>No connection: the server&apos;s certificate is not trusted</source>
        <translation>没有连接：服务器的证书不可信</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::StatusLine</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>在途请求 %1</translation>
    </message>
    <message>
        <source>No job is running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message>
        <source>Comparing with the server</source>
        <translation>正在与服务器比较</translation>
    </message>
    <message>
        <source>Job #%1 paused</source>
        <translation>任务 #%1 已暂停</translation>
    </message>
    <message>
        <source>Job #%1 running, %2%</source>
        <translation>任务 #%1 运行中 %2%</translation>
    </message>
    <message>
        <source>The server&apos;s clock agrees</source>
        <translation>与服务器时钟一致</translation>
    </message>
    <message>
        <source>The server&apos;s clock differs by %1 s</source>
        <translation>与服务器时钟相差 %1 秒</translation>
    </message>
    <message>
        <source>Offline: %1</source>
        <translation>离线：%1</translation>
    </message>
    <message>
        <source>Not asked yet: %1</source>
        <translation>尚未询问：%1</translation>
    </message>
    <message>
        <source>Certificate refused: %1</source>
        <translation>证书被拒绝：%1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有答复</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>More about the connection (Ctrl+I)</source>
        <translation>连接详情 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Job #%1 paused: the network was lost</source>
        <translation>任务 #%1 因断网暂停</translation>
    </message>
    <message>
        <source>The log cannot be written</source>
        <translation>日志无法写入</translation>
    </message>
    <message>
        <source>Job #%1 paused: the disk is full</source>
        <translation>任务 #%1 已暂停：磁盘已满</translation>
    </message>
    <message>
        <source>Edits that wait: %1, requests: %2</source>
        <translation>%1 处更改待发送，合成 %2 个请求</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TableView</name>
    <message>
        <source>The rows changed while they were written. Export them again.</source>
        <translation>写入时行有变化，请重新导出。</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>导出行</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy rows with headings</source>
        <translation>连同表头复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>%1 rows are too many to copy. Export them instead.</source>
        <translation>%1 行太多，无法复制，请改用导出。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列匹配</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>读入顺序</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Freeze columns</source>
        <translation>冻结列</translation>
    </message>
    <message>
        <source>Freeze up to &quot;%1&quot;</source>
        <translation>冻结到“%1”</translation>
    </message>
    <message>
        <source>Freeze none</source>
        <translation>取消冻结</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>All %1 rows shown as a workbook…</source>
        <translation>显示的全部 %1 行，存为工作簿…</translation>
    </message>
    <message>
        <source>All %1 rows shown as CSV…</source>
        <translation>显示的全部 %1 行，存为 CSV…</translation>
    </message>
    <message>
        <source>The %1 chosen rows as a workbook…</source>
        <translation>选中的 %1 行，存为工作簿…</translation>
    </message>
    <message>
        <source>The %1 chosen rows as CSV…</source>
        <translation>选中的 %1 行，存为 CSV…</translation>
    </message>
    <message>
        <source>Copy &quot;%1&quot;</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Move columns</source>
        <translation>移动列</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to the left</source>
        <translation>将“%1”左移</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to the right</source>
        <translation>将“%1”右移</translation>
    </message>
    <message>
        <source>%1: moved to the left</source>
        <translation>%1：已左移</translation>
    </message>
    <message>
        <source>%1: moved to the right</source>
        <translation>%1：已右移</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TemplateBox</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Column template: %1</source>
        <translation>列模板：%1</translation>
    </message>
    <message>
        <source>Meanings, replaced values and added columns under a name, for the next sheet of this form.</source>
        <translation>把列的含义、替换的值和添加的列存为模板，供下次同样的表格使用。</translation>
    </message>
    <message>
        <source>%1 (other headings)</source>
        <translation>%1（表头不同）</translation>
    </message>
    <message>
        <source>Save as a template…</source>
        <translation>存为模板…</translation>
    </message>
    <message>
        <source>Take in a template file…</source>
        <translation>导入模板文件…</translation>
    </message>
    <message>
        <source>Give &quot;%1&quot; away as a file…</source>
        <translation>把“%1”导出为文件…</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;…</source>
        <translation>删除“%1”…</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The template &quot;%1&quot; is kept. It is chosen by itself where the headings fit.</source>
        <translation>模板“%1”已保存。表头相符时会自动采用。</translation>
    </message>
    <message>
        <source>Take in a template file</source>
        <translation>导入模板文件</translation>
    </message>
    <message>
        <source>Give the template away</source>
        <translation>导出模板</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Remove the template &quot;%1&quot;?</source>
        <translation>删除模板“%1”？</translation>
    </message>
    <message>
        <source>Sheets and jobs that used it stay as they are.</source>
        <translation>用过它的表格和任务不受影响。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove the template</source>
        <translation>删除模板</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TimeLine</name>
    <message>
        <source>Put together</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>by department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>by type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>%1 without usable dates are only in the list</source>
        <translation>%1 个活动日期无效，只在列表中</translation>
    </message>
    <message>
        <source>No campaign to show. The search and the chips above may leave some out.</source>
        <translation>没有可显示的活动。上方的搜索和筛选可能排除了一些。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TimeLineChart</name>
    <message>
        <source>%1, %2, %3 to %4, registered</source>
        <translation>%1，%2，%3 至 %4，已报名</translation>
    </message>
    <message>
        <source>Time line of campaigns</source>
        <translation>活动时间线</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>campaigns: %1</source>
        <translation>%1 个活动</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TimeLineLegend</name>
    <message>
        <source>until today</source>
        <translation>至今天</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>今天以后</translation>
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
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>goes on beyond the axis</source>
        <translation>延伸到时间轴以外</translation>
    </message>
    <message>
        <source>What the bars mean: %1</source>
        <translation>图例：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>， </translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TitleBar</name>
    <message>
        <source>Switch between Chinese and English</source>
        <translation>切换中文和英文</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>Users&apos; guide</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>Write lock: on</source>
        <translation>写入锁：锁定</translation>
    </message>
    <message>
        <source>Write lock: off</source>
        <translation>写入锁：关闭</translation>
    </message>
    <message>
        <source>Write lock: open, %1 left</source>
        <translation>写入锁：开放，剩 %1</translation>
    </message>
    <message>
        <source>Lock: nothing that changes the server leaves this program any more.</source>
        <translation>锁上：不再有会改动服务器的请求离开本程序。</translation>
    </message>
    <message>
        <source>Open it by typing the name of the profile.</source>
        <translation>键入配置名称即可打开。</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>连接配置：%1</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>转到任何内容</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TreeEditor</name>
    <message>
        <source>Edit the conditions</source>
        <translation>编辑条件</translation>
    </message>
    <message>
        <source>New range</source>
        <translation>新建范围</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The API cannot change conditions. New ranges are added first; once they are verified you are asked to clear the old one.</source>
        <translation>接口没有“改条件”。将先新建范围，核对一致后再请您清除原范围。</translation>
    </message>
    <message>
        <source>Nothing is sent yet: the ranges join the edits that wait to be reviewed and posted.</source>
        <translation>现在不会发送：这些范围加入待预览、待发送的更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Conditions: drag, or press Enter</source>
        <translation>可用条件，拖入或按回车</translation>
    </message>
    <message>
        <source>Conditions that can be added</source>
        <translation>可以添加的条件</translation>
    </message>
    <message>
        <source>All of these conditions hold; of the values of one condition any may.</source>
        <translation>下列每个条件都要满足；同一条件里任一值即可。</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>not enabled</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation>条件 %1</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>This text cannot be pasted here</source>
        <translation>这段文字不能粘贴到这里</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Add a value to: %1</source>
        <translation>加值到：%1</translation>
    </message>
    <message>
        <source>Add a condition first</source>
        <translation>请先添加条件</translation>
    </message>
    <message>
        <source>Use %1 %2</source>
        <translation>换成 %1 %2</translation>
    </message>
    <message>
        <source>Send it as it stands</source>
        <translation>确认原样发送</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除此值</translation>
    </message>
    <message>
        <source>Apply to %1 ranges</source>
        <translation>应用到 %1 个范围</translation>
    </message>
    <message>
        <source>Apply: %1 to mend first</source>
        <translation>应用：还有 %1 处待修正</translation>
    </message>
    <message>
        <source>Apply: too many ranges</source>
        <translation>应用：范围太多</translation>
    </message>
    <message>
        <source>Apply: no products yet</source>
        <translation>应用：还没有商品</translation>
    </message>
    <message>
        <source>Apply: nothing changed</source>
        <translation>应用：没有变化</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The template could not be saved</source>
        <translation>模板没有保存成功</translation>
    </message>
    <message>
        <source>Save as a template…</source>
        <translation>存为模板…</translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>还没有模板</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>other conditions</source>
        <translation>更换条件</translation>
    </message>
    <message>
        <source>new ranges</source>
        <translation>新建范围</translation>
    </message>
    <message>
        <source>Give these conditions up?</source>
        <translation>放弃这些条件吗？</translation>
    </message>
    <message>
        <source>They were not applied.</source>
        <translation>它们还没有应用。</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Replace the template?</source>
        <translation>替换模板吗？</translation>
    </message>
    <message>
        <source>There is a template &quot;%1&quot; already.</source>
        <translation>已有名为“%1”的模板。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Another value like this one</source>
        <translation>照此再加一个值</translation>
    </message>
    <message>
        <source>Move the condition up</source>
        <translation>条件上移</translation>
    </message>
    <message>
        <source>Move the condition down</source>
        <translation>条件下移</translation>
    </message>
    <message>
        <source>Remove the condition or value</source>
        <translation>移除条件或值</translation>
    </message>
    <message>
        <source>Remove the template &quot;%1&quot;?</source>
        <translation>删除模板“%1”？</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>删除后无法恢复。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The template could not be removed</source>
        <translation>模板无法删除</translation>
    </message>
    <message>
        <source>Apply: looking the values up…</source>
        <translation>应用：正在查找这些值…</translation>
    </message>
    <message>
        <source>cannot be sent</source>
        <translation>不能发送</translation>
    </message>
    <message>
        <source>Your company has enabled %1. No request of the API can name it, so it cannot be part of a range here.</source>
        <translation>贵公司启用了“%1”，但接口没有可以指明它的请求，所以这里不能用作范围条件。</translation>
    </message>
    <message>
        <source>The templates cannot be read…</source>
        <translation>模板无法读取…</translation>
    </message>
    <message>
        <source>The templates cannot be read</source>
        <translation>模板无法读取</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::TreeSide</name>
    <message>
        <source>Ranges that the conditions expand to</source>
        <translation>条件展开出的范围</translation>
    </message>
    <message>
        <source>Add a condition and a value.</source>
        <translation>请添加条件和值。</translation>
    </message>
    <message>
        <source>Products of these ranges</source>
        <translation>这些范围的商品</translation>
    </message>
    <message>
        <source>No products yet. Ins picks some.</source>
        <translation>还没有商品。按 Ins 选择。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>At most so many ranges</source>
        <translation>范围数上限</translation>
    </message>
    <message>
        <source>Add products…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>Add products</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Ranges: %1 · requests: %2</source>
        <translation>展开为 %1 个范围 · %2 个请求</translation>
    </message>
    <message>
        <source>More than the %1 that are allowed. Remove values, or raise the limit on purpose.</source>
        <translation>超过允许的 %1 个。请减少值，或有意调高上限。</translation>
    </message>
    <message>
        <source>＋ new %1   ∆ gets more %2   ＝ same %3   ⚠ unclear %4</source>
        <translation>＋ 新建 %1   ∆ 已有，将增加 %2   ＝ 相同 %3   ⚠ 无法比较 %4</translation>
    </message>
    <message>
        <source>Products %1</source>
        <translation>商品 %1</translation>
    </message>
    <message>
        <source>Remove the chosen products</source>
        <translation>移除选中的商品</translation>
    </message>
    <message>
        <source>Must-sell on or off</source>
        <translation>切换必售</translation>
    </message>
    <message>
        <source>New product on or off</source>
        <translation>切换新品</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Ranges: %1 · no products yet</source>
        <translation>展开为 %1 个范围 · 尚无商品</translation>
    </message>
    <message>
        <source>To be mended first: %1. F8 goes from one to the next.</source>
        <translation>需先更正：%1。按 F8 逐个查看。</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::ValueMapDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace values of &quot;%1&quot;</source>
        <translation>替换“%1”的值</translation>
    </message>
    <message>
        <source>What stands in the sheet becomes what you enter beside it. Values without an entry stay as they are.</source>
        <translation>表格中的值改为右侧填写的内容；未填写的保持不变。</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表格中的值</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>再添一个值</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>rangedesk::ui::WayButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
