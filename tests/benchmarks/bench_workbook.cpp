// SPDX-License-Identifier: GPL-3.0-or-later
// 100,000 rows of a workbook, against unzipping the sheet and running QXmlStreamReader over it.
#include "ratios.h"
#include "sheets/xlsx_reader.h"
#include "sheets/xlsx_writer.h"
#include "sheets/zip_archive.h"

#include <QTemporaryDir>

using namespace rangedesk;
using namespace rangedesk::benchmarks;

namespace {

const std::string& workbook()
{
    static const std::string bytes = [] {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.xlsx"));
        XlsxBook book(path);
        if (!book.open())
            std::abort();
        book.beginSheet(QStringLiteral("Rows"), true);
        for (const char* heading : {"dept_code", "customer_level_name", "type_code", "product_code",
                                    "is_must_sale", "is_new", "remark"})
            book.cell(heading);
        book.endRecord();
        for (int row = 0; row < 100000; ++row) {
            book.cell("BM" + std::to_string(1000 + row / 100));
            book.cell("A级客户");
            book.cell("LX" + std::to_string(row / 100 % 8));
            book.cell("SP-CODE-" + std::to_string(100000 + row % 100 * 37));
            book.cell("是");
            book.cell("否");
            book.cell("春季铺货计划第" + std::to_string(row) + "行");
            book.endRecord();
        }
        if (!book.commit())
            std::abort();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }();
    return bytes;
}

void ours(benchmark::State& state)
{
    for (auto _ : state) {
        const auto rows = readXlsx(workbook(), {}, false);
        benchmark::DoNotOptimize(rows->lines.size());
    }
}

void unzipAndXml(benchmark::State& state)
{
    for (auto _ : state) {
        const auto archive = ZipArchive::open(workbook());
        auto part = archive->part("xl/worksheets/sheet1.xml");
        QByteArray all;
        for (auto piece = part->next(); piece && !piece->isEmpty(); piece = part->next())
            all += *piece;
        QXmlStreamReader xml(all);
        std::size_t tokens = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            ++tokens;
        }
        benchmark::DoNotOptimize(tokens);
    }
}

BENCHMARK(ours)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(unzipAndXml)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int argc, char** argv)
{
    const MedianReporter result = runAll(argc, argv);
    std::printf("workbook %.1f MB, 100,000 rows\n", static_cast<double>(workbook().size()) / 1e6);
    std::printf("ours / unzip and QXmlStreamReader: %.2f (wanted: at most 3)\n",
                result.medians.at("ours") / result.medians.at("unzipAndXml"));
    return 0;
}
