# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, Qt strictness and sanitizers, on one INTERFACE target that every
# library and program of ours links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are cached only with this sloppiness.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

add_library(rangedesk_config INTERFACE)
add_library(RangeDesk::config ALIAS rangedesk_config)
target_compile_features(rangedesk_config INTERFACE cxx_std_20)
target_compile_definitions(rangedesk_config INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RANGEDESK_VERSION="${PROJECT_VERSION}")
target_compile_options(rangedesk_config INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13
        AND NOT RANGEDESK_FOR_TIDY) # clang-tidy reads these commands and does not know the options
    # g++ 12 sees overflows in std::string's own operator+ that are not there (GCC bugs 105329, 105651).
    target_compile_options(rangedesk_config INTERFACE -Wno-stringop-overflow -Wno-restrict -Wno-array-bounds
        "$<$<CONFIG:Release>:-Wno-maybe-uninitialized>") # optimised, it also sees strings that nobody has made
endif()
if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    target_compile_options(rangedesk_config INTERFACE -fpch-preprocess) # so that ccache sees through it
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT WIN32)
    # What no program calls is left out of it: less to load, less memory.
    target_compile_options(rangedesk_config INTERFACE -ffunction-sections -fdata-sections)
    target_link_options(rangedesk_config INTERFACE -Wl,--gc-sections)
endif()
if(RANGEDESK_SANITIZE)
    target_compile_options(rangedesk_config INTERFACE
        -fsanitize=${RANGEDESK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(rangedesk_config INTERFACE -fsanitize=${RANGEDESK_SANITIZE})
endif()
if(RANGEDESK_COVERAGE)
    target_compile_options(rangedesk_config INTERFACE --coverage -O0)
    target_link_options(rangedesk_config INTERFACE --coverage)
endif()

# A library that is loaded when it is first needed: defines @p macro as the name by which the linker would have
# recorded it, such as libzip.so.4.
function(rangedesk_late_library target macro name)
    find_library(${macro}_PATH ${name} HINTS ${ARGN} REQUIRED)
    set(file ${name})
    if(UNIX AND CMAKE_OBJDUMP)
        execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${${macro}_PATH} OUTPUT_VARIABLE headers ERROR_QUIET)
        if(headers MATCHES "SONAME +([^ \n]+)")
            set(file ${CMAKE_MATCH_1})
        endif()
    endif()
    target_compile_definitions(${target} PRIVATE ${macro}="${file}")
endfunction()

# rangedesk_library(name SOURCES … LINK …): one static library a folder. What is not in LINK
# cannot be included: the include root of a folder is visible through its target only.
function(rangedesk_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(rangedesk_${name} STATIC ${ARG_SOURCES})
    add_library(RangeDesk::${name} ALIAS rangedesk_${name})
    # Headers are named <folder/file.h>. Each folder stands behind an include root of its own, so
    # that an include that does not run downward finds no file.
    set(root "${CMAKE_BINARY_DIR}/include-roots/${name}")
    file(MAKE_DIRECTORY "${root}")
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME) # the library's name, but where app/ and ui/ have one each
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${folder}" SYMBOLIC)
    target_include_directories(rangedesk_${name} PUBLIC "${root}")
    target_link_libraries(rangedesk_${name} PUBLIC ${ARG_LINK} PRIVATE RangeDesk::config)
    rangedesk_precompile(rangedesk_${name})
endfunction()

# All our code shares one precompiled header: Qt Core and the standard containers.
function(rangedesk_precompile target)
    target_link_libraries(${target} PRIVATE Qt6::Core)
    if(NOT TARGET rangedesk_pch)
        file(WRITE "${CMAKE_BINARY_DIR}/pch_anchor.cpp" "")
        add_library(rangedesk_pch STATIC "${CMAKE_BINARY_DIR}/pch_anchor.cpp")
        set_target_properties(rangedesk_pch PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
        target_link_libraries(rangedesk_pch PRIVATE Qt6::Core RangeDesk::config)
        target_precompile_headers(rangedesk_pch PRIVATE
            <QString> <QByteArray> <QObject> <QList> <QDateTime> <QCoreApplication>
            <algorithm> <chrono> <cstdint> <functional> <memory> <optional> <string> <string_view>
            <unordered_map> <vector> <tl/expected.hpp>)
    endif()
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_precompile_headers(${target} REUSE_FROM rangedesk_pch)
endfunction()
