// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xlsxwriter.h>

namespace rangedesk {

/// libxlsxwriter, loaded with the first workbook that is written, for the same reason as libzip.
struct XlsxwriterLibrary
{
    /// nullptr where it is not installed. Safe in workers.
    static const XlsxwriterLibrary* instance();

    decltype(&::format_set_align) format_set_align = nullptr;
    decltype(&::format_set_bg_color) format_set_bg_color = nullptr;
    decltype(&::format_set_bold) format_set_bold = nullptr;
    decltype(&::format_set_border) format_set_border = nullptr;
    decltype(&::format_set_font_color) format_set_font_color = nullptr;
    decltype(&::format_set_num_format) format_set_num_format = nullptr;
    decltype(&::format_set_text_wrap) format_set_text_wrap = nullptr;
    decltype(&::lxw_strerror) lxw_strerror = nullptr;
    decltype(&::workbook_add_format) workbook_add_format = nullptr;
    decltype(&::workbook_add_worksheet) workbook_add_worksheet = nullptr;
    decltype(&::workbook_close) workbook_close = nullptr;
    decltype(&::workbook_new_opt) workbook_new_opt = nullptr;
    decltype(&::worksheet_data_validation_range) worksheet_data_validation_range = nullptr;
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = nullptr;
    decltype(&::worksheet_set_column) worksheet_set_column = nullptr;
    decltype(&::worksheet_write_comment) worksheet_write_comment = nullptr;
    decltype(&::worksheet_write_number) worksheet_write_number = nullptr;
    decltype(&::worksheet_write_string) worksheet_write_string = nullptr;
};

} // namespace rangedesk
