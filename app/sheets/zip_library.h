// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

namespace rangedesk {

/// libzip, loaded with the first workbook that is read: with libcrypto, which it brings along, it takes some
/// megabytes that most runs never need.
struct ZipLibrary
{
    /// nullptr where it is not installed. Safe in workers.
    static const ZipLibrary* instance();

    decltype(&::zip_discard) zip_discard = nullptr;
    decltype(&::zip_error_fini) zip_error_fini = nullptr;
    decltype(&::zip_error_init) zip_error_init = nullptr;
    decltype(&::zip_error_strerror) zip_error_strerror = nullptr;
    decltype(&::zip_fclose) zip_fclose = nullptr;
    decltype(&::zip_file_strerror) zip_file_strerror = nullptr;
    decltype(&::zip_fopen_index) zip_fopen_index = nullptr;
    decltype(&::zip_fread) zip_fread = nullptr;
    decltype(&::zip_name_locate) zip_name_locate = nullptr;
    decltype(&::zip_open_from_source) zip_open_from_source = nullptr;
    decltype(&::zip_source_buffer_create) zip_source_buffer_create = nullptr;
    decltype(&::zip_source_free) zip_source_free = nullptr;
    decltype(&::zip_stat_index) zip_stat_index = nullptr;
    decltype(&::zip_stat_init) zip_stat_init = nullptr;
    decltype(&::zip_strerror) zip_strerror = nullptr;
};

} // namespace rangedesk
