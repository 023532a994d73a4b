// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/zip_archive.h"

#include "core/text.h"
#include "sheets/zip_library.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ZipText
{
    Q_DECLARE_TR_FUNCTIONS(ZipText)
};

constexpr qsizetype pieceBytes = 64LL * 1024;
/// A part of this size is suspicious where it was packed smaller than one to `mostRatio`; sheets that people
/// make are packed to a tenth, rarely to a hundredth.
constexpr std::uint64_t suspiciousBytes = 64ULL * 1024 * 1024;
constexpr std::uint64_t mostRatio = 400;
constexpr std::uint64_t mostBytes = 4ULL * 1024 * 1024 * 1024;

/// @pre an archive was opened, or its opening began with a look whether the library is there
const ZipLibrary& lib()
{
    return *ZipLibrary::instance();
}

/// In the language of the program; the library's own words are English.
QString reasonOf(const zip_error_t& error, const char* words)
{
    if (error.zip_err == ZIP_ER_NOZIP)
        return ZipText::tr("it is not a ZIP archive, as workbooks are.");
    return ZipText::tr("it is damaged (%1).").arg(QString::fromUtf8(words));
}

} // namespace

Error damagedWorkbook(const QString& reason)
{
    return {ErrorKind::Input,
            ZipText::tr("The workbook cannot be read: %1").arg(reason),
            ZipText::tr("Open it in a spreadsheet program and save it as XLSX again, or as CSV UTF-8."),
            {},
            {}};
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes)
{
    if (ZipLibrary::instance() == nullptr)
        return fail(ErrorKind::Storage,
                    ZipText::tr("Workbooks cannot be read: the library libzip is missing."),
                    ZipText::tr("Install it, or save the workbook as CSV UTF-8."));
    zip_error_t error;
    lib().zip_error_init(&error);
    zip_source_t* source = lib().zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* opened = source == nullptr ? nullptr : lib().zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        const QString reason = reasonOf(error, lib().zip_error_strerror(&error));
        if (source != nullptr)
            lib().zip_source_free(source);
        lib().zip_error_fini(&error);
        return tl::unexpected(damagedWorkbook(reason));
    }
    lib().zip_error_fini(&error);
    ZipArchive archive;
    archive.m_zip = std::shared_ptr<zip>(opened, [](zip_t* z) { lib().zip_discard(z); });
    return archive;
}

bool ZipArchive::contains(const std::string& name) const
{
    return lib().zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipArchive::Part::Close::operator()(zip_file* file) const
{
    lib().zip_fclose(file);
}

Result<ZipArchive::Part> ZipArchive::part(const std::string& name) const
{
    const zip_int64_t index = lib().zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t stat;
    lib().zip_stat_init(&stat);
    if (index < 0 || lib().zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return tl::unexpected(damagedWorkbook(ZipText::tr("its part %1 is missing.").arg(toQString(name))));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return tl::unexpected(damagedWorkbook(ZipText::tr("it is encrypted with a password.")));
    Part part;
    part.m_archive = m_zip;
    part.m_packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    part.m_file.reset(lib().zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0));
    if (!part.m_file)
        return tl::unexpected(damagedWorkbook(
            ZipText::tr("it is damaged (%1).").arg(QString::fromUtf8(lib().zip_strerror(m_zip.get())))));
    return part;
}

Result<QByteArray> ZipArchive::Part::next()
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    const zip_int64_t got =
        lib().zip_fread(m_file.get(), piece.data(), static_cast<zip_uint64_t>(piece.size()));
    if (got < 0)
        return tl::unexpected(
            damagedWorkbook(ZipText::tr("it is damaged (%1).")
                                .arg(QString::fromUtf8(lib().zip_file_strerror(m_file.get())))));
    m_unpacked += static_cast<std::uint64_t>(got);
    const bool isBomb = m_unpacked > suspiciousBytes && m_unpacked / mostRatio > m_packed;
    if (isBomb || m_unpacked > mostBytes)
        return tl::unexpected(damagedWorkbook(ZipText::tr(
            "it unpacks to far more than it holds, as files made to do harm (\"zip bombs\") do.")));
    piece.resize(static_cast<qsizetype>(got));
    return piece;
}

Result<XmlPart> XmlPart::open(const ZipArchive& archive, const std::string& name)
{
    auto part = archive.part(name);
    if (!part)
        return tl::unexpected(part.error());
    return XmlPart(std::move(*part), toQString(name));
}

bool XmlPart::next()
{
    for (;;) {
        const QXmlStreamReader::TokenType token = m_xml->readNext();
        if (token == QXmlStreamReader::EndDocument) {
            // Only behind its last byte is a part held against its checksum.
            auto rest = m_part.next();
            while (rest && !rest->isEmpty())
                rest = m_part.next();
            if (!rest)
                m_problem = rest.error();
            return false;
        }
        if (token == QXmlStreamReader::DTD) {
            m_problem = damagedWorkbook(ZipText::tr("its part %1 defines entities.").arg(m_name));
            return false;
        }
        if (token != QXmlStreamReader::Invalid)
            return true;
        if (m_xml->error() != QXmlStreamReader::PrematureEndOfDocumentError) {
            m_problem = damagedWorkbook(ZipText::tr("its part %1 is damaged in line %2 (%3).")
                                            .arg(m_name)
                                            .arg(m_xml->lineNumber())
                                            .arg(m_xml->errorString()));
            return false;
        }
        auto piece = m_part.next();
        if (!piece) {
            m_problem = piece.error();
            return false;
        }
        if (piece->isEmpty()) {
            m_problem = damagedWorkbook(ZipText::tr("its part %1 breaks off.").arg(m_name));
            return false;
        }
        m_xml->addData(*piece);
    }
}

} // namespace rangedesk
