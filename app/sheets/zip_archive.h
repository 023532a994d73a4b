// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QXmlStreamReader>
#include <memory>
#include <string>
#include <string_view>

struct zip;
struct zip_file;

namespace rangedesk {

/// A ZIP file in memory, for reading. What it says of sizes is not believed: parts are unpacked piece by
/// piece and given up where they grow beyond all measure.
class ZipArchive
{
public:
    /// @param bytes must outlive the archive. Input where they are no sound archive.
    static Result<ZipArchive> open(std::string_view bytes);

    bool contains(const std::string& name) const;

    /// A part as it is unpacked.
    class Part
    {
    public:
        /// The next piece; empty at the end. Input where it is damaged, encrypted or a bomb.
        Result<QByteArray> next();

    private:
        friend class ZipArchive;
        struct Close
        {
            void operator()(zip_file* file) const;
        };
        std::shared_ptr<zip> m_archive; ///< kept open as long as its parts are read
        std::unique_ptr<zip_file, Close> m_file;
        std::uint64_t m_packed = 0;
        std::uint64_t m_unpacked = 0;
    };
    Result<Part> part(const std::string& name) const;

private:
    std::shared_ptr<zip> m_zip;
};

/// A part of an archive as XML, token by token, in as little memory as one piece of it takes. Document type
/// declarations, which could define entities without an end, are refused.
class XmlPart
{
public:
    static Result<XmlPart> open(const ZipArchive& archive, const std::string& name);

    /// Reads the next token. @returns false at the end, or where `problem` tells why not.
    bool next();
    const std::optional<Error>& problem() const { return m_problem; }
    const QXmlStreamReader& xml() const { return *m_xml; }
    bool isStart(QStringView name) const { return m_xml->isStartElement() && m_xml->name() == name; }
    bool isEnd(QStringView name) const { return m_xml->isEndElement() && m_xml->name() == name; }

private:
    XmlPart(ZipArchive::Part part, QString name)
        : m_part(std::move(part)), m_name(std::move(name)), m_xml(std::make_unique<QXmlStreamReader>())
    {}

    ZipArchive::Part m_part;
    QString m_name;
    std::unique_ptr<QXmlStreamReader> m_xml;
    std::optional<Error> m_problem;
};

/// The error of a workbook that cannot be read.
Error damagedWorkbook(const QString& reason);

} // namespace rangedesk
