// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/encoding.h"

#include "core/text.h"
#include "sheets/gb18030.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <array>

namespace rangedesk {

namespace {

struct EncodingText
{
    Q_DECLARE_TR_FUNCTIONS(EncodingText)
};

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16LeMark = "\xFF\xFE";
constexpr std::string_view utf16BeMark = "\xFE\xFF";

int lineAt(std::string_view text, std::size_t offset)
{
    return 1 + static_cast<int>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

Error undecodable(const QString& encoding, int line)
{
    return {ErrorKind::Input,
            EncodingText::tr("The file is not text in %1 (line %2).").arg(encoding).arg(line),
            EncodingText::tr("Choose another encoding, or save the sheet as CSV UTF-8."),
            {},
            {}};
}

Result<DecodedText> decodeUtf8(std::string bytes)
{
    const std::size_t wrong = firstInvalidUtf8(bytes);
    if (wrong != std::string::npos)
        return tl::unexpected(undecodable(QStringLiteral("UTF-8"), lineAt(bytes, wrong)));
    return DecodedText{std::move(bytes), Encoding::Utf8};
}

Result<DecodedText> decodeGb18030(const std::string& bytes)
{
    constexpr std::size_t blockSize = 1U << 20U;
    Gb18030Decoder decoder;
    if (!decoder.isAvailable())
        return fail(ErrorKind::Input, EncodingText::tr("This system cannot read GB18030 files."),
                    EncodingText::tr("Save the sheet as CSV UTF-8."));
    DecodedText text{{}, Encoding::Gb18030};
    text.utf8.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size(); at += blockSize) {
        if (!decoder.decode(std::string_view(bytes).substr(at, blockSize), text.utf8))
            return tl::unexpected(
                undecodable(QStringLiteral("GB18030"), lineAt(text.utf8, text.utf8.size())));
    }
    if (!decoder.finish())
        return tl::unexpected(undecodable(QStringLiteral("GB18030"), lineAt(text.utf8, text.utf8.size())));
    return text;
}

Result<DecodedText> decodeUtf16(std::string_view bytes, Encoding encoding)
{
    const bool little = encoding == Encoding::Utf16Le;
    QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError() || bytes.size() % 2 != 0 || !text.isValidUtf16())
        return tl::unexpected(
            undecodable(QStringLiteral("UTF-16"), 1 + static_cast<int>(text.count(QLatin1Char('\n')))));
    return DecodedText{toUtf8(text), encoding};
}

Result<DecodedText> decoded(std::string bytes, Encoding wanted)
{
    const auto without = [&](std::string_view mark) {
        return std::string_view(bytes).substr(bytes.starts_with(mark) ? mark.size() : 0);
    };
    switch (wanted) {
    case Encoding::Utf8:
        if (bytes.starts_with(utf8Mark))
            bytes.erase(0, utf8Mark.size());
        return decodeUtf8(std::move(bytes));
    case Encoding::Gb18030:
        return decodeGb18030(bytes);
    case Encoding::Utf16Le:
        return decodeUtf16(without(utf16LeMark), wanted);
    case Encoding::Utf16Be:
        return decodeUtf16(without(utf16BeMark), wanted);
    case Encoding::Automatic:
        break;
    }
    if (bytes.starts_with(utf8Mark))
        return decoded(std::move(bytes), Encoding::Utf8);
    if (bytes.starts_with(utf16LeMark))
        return decoded(std::move(bytes), Encoding::Utf16Le);
    if (bytes.starts_with(utf16BeMark))
        return decoded(std::move(bytes), Encoding::Utf16Be);
    if (firstInvalidUtf8(bytes) == std::string::npos)
        return DecodedText{std::move(bytes), Encoding::Utf8};
    auto text = decodeGb18030(bytes);
    if (!text)
        return fail(ErrorKind::Input,
                    EncodingText::tr("The file is text neither in UTF-8 nor in GB18030 (line %1).")
                        .arg(lineAt(bytes, firstInvalidUtf8(bytes))),
                    EncodingText::tr("Choose the encoding, or save the sheet as CSV UTF-8."));
    return text;
}

} // namespace

std::string_view encodingName(Encoding encoding)
{
    constexpr std::array<std::string_view, 5> names{"auto", "utf-8", "gb18030", "utf-16le", "utf-16be"};
    return names.at(static_cast<std::size_t>(encoding));
}

Result<Encoding> encodingOfName(std::string_view name)
{
    const std::string folded = foldedHeading(name);
    for (const Encoding encoding :
         {Encoding::Automatic, Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be}) {
        if (folded == encodingName(encoding))
            return encoding;
    }
    if (folded == "utf8")
        return Encoding::Utf8;
    if (folded == "gbk" || folded == "gb2312")
        return Encoding::Gb18030;
    return fail(
        ErrorKind::Usage, EncodingText::tr("Unknown encoding \"%1\".").arg(toQString(name)),
        EncodingText::tr("Use one of: %1.").arg(QStringLiteral("auto, utf-8, gb18030, utf-16le, utf-16be")));
}

Result<DecodedText> decodeText(std::string bytes, Encoding wanted)
{
    auto text = decoded(std::move(bytes), wanted);
    if (!text)
        return text;
    const std::size_t nul = text->utf8.find('\0');
    if (nul != std::string::npos)
        return fail(ErrorKind::Input,
                    EncodingText::tr("The file holds NUL bytes (line %1): it is not a text file.")
                        .arg(lineAt(text->utf8, nul)),
                    EncodingText::tr("Save the sheet as CSV UTF-8."));
    return text;
}

} // namespace rangedesk
