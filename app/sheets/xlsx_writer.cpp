// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xlsx_writer.h"

#include "core/text.h"
#include "sheets/xlsxwriter_library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <array>

namespace rangedesk {

namespace {

struct XlsxWriterText
{
    Q_DECLARE_TR_FUNCTIONS(XlsxWriterText)
};

constexpr std::uint32_t mostLines = 1048576;
constexpr lxw_color_t requiredGround = 0xD9EDEE;
constexpr lxw_color_t headingGround = 0xF1F4F5;
constexpr lxw_color_t quietInk = 0x57686E;

/// @pre a workbook was opened: that looks whether the library is there
const XlsxwriterLibrary& lib()
{
    return *XlsxwriterLibrary::instance();
}

/// What looks like one of the format's own escapes (_x000D_) is escaped itself.
std::string escaped(std::string_view text)
{
    static const QRegularExpression escape(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
    // No XML can hold a NUL, U+FFFE or U+FFFF.
    const bool isPlain = text.find('\0') == std::string_view::npos &&
                         text.find("\xEF\xBF\xBE") == std::string_view::npos &&
                         text.find("\xEF\xBF\xBF") == std::string_view::npos;
    if (isPlain && text.find("_x") == std::string_view::npos)
        return std::string(text);
    QString whole = toQString(text);
    for (QChar& c : whole) {
        if (c.isNull() || c == QChar(0xFFFE) || c == QChar(0xFFFF))
            c = QChar(0xFFFD);
    }
    return toUtf8(whole.replace(escape, QStringLiteral("_x005F_\\1")));
}

} // namespace

struct XlsxBook::Impl
{
    QTemporaryDir folder;
    QByteArray file;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::array<lxw_format*, 4> looks{};
    std::array<lxw_format*, 2> numbers{}; ///< plain ones, and shares
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    lxw_error problem = LXW_NO_ERROR;

    ~Impl()
    {
        if (book != nullptr)
            lib().workbook_close(book); // into the temporary folder, which goes with this object
    }
    void note(lxw_error error)
    {
        if (problem == LXW_NO_ERROR)
            problem = error;
    }
};

bool isWorkbookName(const QString& path)
{
    return path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive);
}

XlsxBook::XlsxBook(const QString& path) : m_path(path), m_impl(std::make_unique<Impl>()) {}

XlsxBook::~XlsxBook() = default;

tl::unexpected<Error> XlsxBook::failure(const QString& reason) const
{
    return fail(ErrorKind::Storage,
                XlsxWriterText::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(m_path), reason),
                XlsxWriterText::tr("Choose another place, or free some space."));
}

Result<void> XlsxBook::open()
{
    if (XlsxwriterLibrary::instance() == nullptr)
        return fail(ErrorKind::Storage,
                    XlsxWriterText::tr("Workbooks cannot be written: the library libxlsxwriter is missing."),
                    XlsxWriterText::tr("Install it, or write a CSV file instead."));
    QSaveFile probe(m_path); // discarded: only asks whether it could be written
    if (!probe.open(QIODevice::WriteOnly))
        return failure(probe.errorString());
    if (!m_impl->folder.isValid())
        return failure(m_impl->folder.errorString());
    m_impl->file = QFile::encodeName(m_impl->folder.filePath(QStringLiteral("book.xlsx")));
    QByteArray temporary = QFile::encodeName(m_impl->folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary.data();
    m_impl->book = lib().workbook_new_opt(m_impl->file.constData(), &options);
    if (m_impl->book == nullptr)
        return failure(XlsxWriterText::tr("there is not enough memory"));
    for (lxw_format*& look : m_impl->looks) {
        look = lib().workbook_add_format(m_impl->book);
        lib().format_set_num_format(look, "@"); // text, so that ids stay what they are when they are edited
        lib().format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
    }
    for (std::size_t i = 0; i < m_impl->numbers.size(); ++i) {
        m_impl->numbers.at(i) = lib().workbook_add_format(m_impl->book);
        lib().format_set_num_format(m_impl->numbers.at(i), i == 0 ? "#,##0" : "0.0%");
        lib().format_set_align(m_impl->numbers.at(i), LXW_ALIGN_VERTICAL_TOP);
    }
    for (const Look look : {Look::Heading, Look::RequiredHeading}) {
        lxw_format* format = m_impl->looks.at(static_cast<std::size_t>(look));
        lib().format_set_bold(format);
        lib().format_set_bg_color(format, look == Look::Heading ? headingGround : requiredGround);
        lib().format_set_border(format, LXW_BORDER_THIN);
    }
    lxw_format* caption = m_impl->looks.at(static_cast<std::size_t>(Look::Caption));
    lib().format_set_font_color(caption, quietInk);
    lib().format_set_text_wrap(caption);
    return {};
}

void XlsxBook::beginSheet(const QString& name, bool headings)
{
    m_impl->sheet = lib().workbook_add_worksheet(m_impl->book, name.toUtf8().constData());
    m_impl->row = 0;
    m_impl->column = 0;
    if (m_impl->sheet == nullptr)
        m_impl->note(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
    else if (headings)
        lib().worksheet_freeze_panes(m_impl->sheet, 1, 0);
}

void XlsxBook::setWidth(int column, double characters)
{
    const auto index = static_cast<lxw_col_t>(column);
    m_impl->note(lib().worksheet_set_column(m_impl->sheet, index, index, characters,
                                            m_impl->looks.at(static_cast<std::size_t>(Look::Text))));
}

void XlsxBook::offerValues(int column, const QStringList& values)
{
    constexpr lxw_row_t lastOffered = 9999;
    std::vector<QByteArray> texts;
    std::vector<char*> list;
    texts.reserve(static_cast<std::size_t>(values.size()));
    for (const QString& value : values)
        list.push_back(texts.emplace_back(value.toUtf8()).data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; // other words for yes and no are taken, too
    const auto index = static_cast<lxw_col_t>(column);
    m_impl->note(
        lib().worksheet_data_validation_range(m_impl->sheet, 1, index, lastOffered, index, &validation));
}

void XlsxBook::explainCell(const QString& text)
{
    const auto column = static_cast<lxw_col_t>(m_impl->column - 1);
    m_impl->note(
        lib().worksheet_write_comment(m_impl->sheet, m_impl->row, column, text.toUtf8().constData()));
}

void XlsxBook::cell(std::string_view text, Look look)
{
    const auto column = static_cast<lxw_col_t>(m_impl->column++);
    if (m_impl->row >= mostLines)
        m_impl->note(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    if (m_impl->problem == LXW_NO_ERROR && !text.empty())
        m_impl->note(lib().worksheet_write_string(m_impl->sheet, m_impl->row, column, escaped(text).c_str(),
                                                  m_impl->looks.at(static_cast<std::size_t>(look))));
}

void XlsxBook::number(double value, bool isShare)
{
    const auto column = static_cast<lxw_col_t>(m_impl->column++);
    if (m_impl->row >= mostLines)
        m_impl->note(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    if (m_impl->problem == LXW_NO_ERROR)
        m_impl->note(lib().worksheet_write_number(m_impl->sheet, m_impl->row, column, value,
                                                  m_impl->numbers.at(isShare ? 1 : 0)));
}

void XlsxBook::endRecord()
{
    ++m_impl->row;
    m_impl->column = 0;
}

Result<void> XlsxBook::commit()
{
    const lxw_error written = lib().workbook_close(std::exchange(m_impl->book, nullptr));
    const lxw_error problem = m_impl->problem != LXW_NO_ERROR ? m_impl->problem : written;
    const bool isTooMuch =
        problem == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE || problem == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
    if (isTooMuch)
        return fail(
            ErrorKind::Input,
            XlsxWriterText::tr("%1 cannot hold all of it: a sheet of a workbook has at most 1,048,576 "
                               "rows and 32,767 characters a cell.")
                .arg(QDir::toNativeSeparators(m_path)),
            XlsxWriterText::tr("Write a CSV file instead."));
    if (problem != LXW_NO_ERROR)
        return failure(QString::fromUtf8(lib().lxw_strerror(problem)));
    QFile made(QFile::decodeName(m_impl->file));
    QSaveFile out(m_path);
    if (!made.open(QIODevice::ReadOnly))
        return failure(made.errorString());
    if (!out.open(QIODevice::WriteOnly))
        return failure(out.errorString());
    constexpr qint64 pieceBytes = 1024LL * 1024;
    while (!made.atEnd()) {
        const QByteArray piece = made.read(pieceBytes);
        if (out.write(piece) != piece.size())
            return failure(out.errorString());
    }
    if (!out.commit())
        return failure(out.errorString());
    return {};
}

} // namespace rangedesk
