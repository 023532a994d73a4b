// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xlsxwriter_library.h"

#include "sheets/late_library.h"

namespace rangedesk {

const XlsxwriterLibrary* XlsxwriterLibrary::instance()
{
    static const XlsxwriterLibrary* const loaded = []() -> const XlsxwriterLibrary* {
        static XlsxwriterLibrary found;
        LateLibrary library(QStringLiteral(LIBXLSXWRITER_FILE));
        const bool isWhole =
            library.find(found.format_set_align, "format_set_align") &&
            library.find(found.format_set_bg_color, "format_set_bg_color") &&
            library.find(found.format_set_bold, "format_set_bold") &&
            library.find(found.format_set_border, "format_set_border") &&
            library.find(found.format_set_font_color, "format_set_font_color") &&
            library.find(found.format_set_num_format, "format_set_num_format") &&
            library.find(found.format_set_text_wrap, "format_set_text_wrap") &&
            library.find(found.lxw_strerror, "lxw_strerror") &&
            library.find(found.workbook_add_format, "workbook_add_format") &&
            library.find(found.workbook_add_worksheet, "workbook_add_worksheet") &&
            library.find(found.workbook_close, "workbook_close") &&
            library.find(found.workbook_new_opt, "workbook_new_opt") &&
            library.find(found.worksheet_data_validation_range, "worksheet_data_validation_range") &&
            library.find(found.worksheet_freeze_panes, "worksheet_freeze_panes") &&
            library.find(found.worksheet_set_column, "worksheet_set_column") &&
            library.find(found.worksheet_write_comment, "worksheet_write_comment") &&
            library.find(found.worksheet_write_number, "worksheet_write_number") &&
            library.find(found.worksheet_write_string, "worksheet_write_string");
        return isWhole ? &found : nullptr;
    }();
    return loaded;
}

} // namespace rangedesk
