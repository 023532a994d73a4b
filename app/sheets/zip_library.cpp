// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/zip_library.h"

#include "sheets/late_library.h"

namespace rangedesk {

const ZipLibrary* ZipLibrary::instance()
{
    static const ZipLibrary* const loaded = []() -> const ZipLibrary* {
        static ZipLibrary found;
        LateLibrary library(QStringLiteral(LIBZIP_FILE));
        const bool isWhole = library.find(found.zip_discard, "zip_discard") &&
                             library.find(found.zip_error_fini, "zip_error_fini") &&
                             library.find(found.zip_error_init, "zip_error_init") &&
                             library.find(found.zip_error_strerror, "zip_error_strerror") &&
                             library.find(found.zip_fclose, "zip_fclose") &&
                             library.find(found.zip_file_strerror, "zip_file_strerror") &&
                             library.find(found.zip_fopen_index, "zip_fopen_index") &&
                             library.find(found.zip_fread, "zip_fread") &&
                             library.find(found.zip_name_locate, "zip_name_locate") &&
                             library.find(found.zip_open_from_source, "zip_open_from_source") &&
                             library.find(found.zip_source_buffer_create, "zip_source_buffer_create") &&
                             library.find(found.zip_source_free, "zip_source_free") &&
                             library.find(found.zip_stat_index, "zip_stat_index") &&
                             library.find(found.zip_stat_init, "zip_stat_init") &&
                             library.find(found.zip_strerror, "zip_strerror");
        return isWhole ? &found : nullptr;
    }();
    return loaded;
}

} // namespace rangedesk
