#include "app/words/notices.h"

#include "generated/licences_table.h"

#include <array>

namespace unknot::words {

namespace {

constexpr std::string_view loinc_text =
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright \u00a9 Regenstrief "
    "Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is "
    "available "
    "at no cost under the license at http://loinc.org/license. LOINC\u00ae is a registered United States "
    "trademark of Regenstrief Institute, Inc.";

constexpr std::array<Notice, 23> all_notices{{
    {"SQLite", "public domain", "Dedicated to the public domain by its authors"},
    {"JSON for Modern C++", "MIT", "Copyright \u00a9 2013-2022 Niels Lohmann"},
    {"CLI11", "BSD-3-Clause",
     "Copyright \u00a9 2017-2020 University of Cincinnati, developed by Henry Schreiner under NSF AWARD "
     "1414736"},
    {"{fmt}", "MIT", "Copyright \u00a9 2012-present Victor Zverovich and {fmt} contributors"},
    {"date", "MIT",
     "Copyright \u00a9 2015-2017 Howard Hinnant, 2016 Adrian Colomitchi, 2017 Florian Dang, 2017 Paul "
     "Thompson, "
     "2018-2019 Tomasz Kami\u0144ski, 2019 Jiangang Zhuang"},
    {"libuuid", "BSD-3-Clause", "Copyright \u00a9 1996-2008 Theodore Ts'o"},
    {"xxHash", "BSD-2-Clause", "Copyright \u00a9 2012-present Yann Collet"},
    {"Dear ImGui", "MIT", "Copyright \u00a9 2014-2025 Omar Cornut"},
    {"stb (in Dear ImGui)", "MIT", "Copyright \u00a9 2017 Sean Barrett"},
    {"GLFW", "Zlib", "Copyright \u00a9 2002-2006 Marcus Geelnard, 2006-2019 Camilla L\u00f6wy"},
    {"libglvnd (OpenGL)", "MIT",
     "Copyright \u00a9 2013-2017 NVIDIA Corporation, 2007-2018 The Khronos Group Inc."},
    {"FreeType", "FTL",
     "This software is based in part on the work of the FreeType Team. Portions of this software are "
     "copyright \u00a9 1996-2022 The FreeType Project (www.freetype.org). All "
     "rights reserved."},
    {"libxlsxwriter", "BSD-2-Clause", "Copyright \u00a9 2014-2021 John McNamara"},
    {"minizip (in libxlsxwriter)", "Zlib", "Copyright \u00a9 1998-2010 Gilles Vollant"},
    {"LOINC (codes in FHIR exports)", "LOINC license", loinc_text},
    {"Lato (font)", "OFL-1.1",
     "Copyright \u00a9 2010-2015 \u0141ukasz Dziedzic. Cut down to the letters in use."},
    {"Vollkorn (font)", "OFL-1.1",
     "Copyright \u00a9 2006-2017 Friedrich Althausen and The Vollkorn Project Authors. Cut down to the "
     "letters "
     "in use."},
    {"Cairo", "LGPL-2.1-or-later or MPL-1.1",
     "Copyright \u00a9 2002-2005 University of Southern California, 2000-2005 Keith Packard, 2004-2005 Red "
     "Hat, Inc., and others"},
    {"Pango", "LGPL-2.0-or-later", "Copyright \u00a9 1999-2019 Red Hat, and others"},
    {"fontconfig", "HPND-sell-variant", "Copyright \u00a9 2001, 2003 Keith Packard, and others"},
    {"libqpdf", "Apache-2.0", "Copyright \u00a9 2005-2022 Jay Berkenbilt"},
    {"ICC Profiles Free (sRGB)", "Zlib", "Copyright \u00a9 Kai-Uwe Behrmann, Marti Maria and others"},
    {"GLib (GIO)", "LGPL-2.1-or-later",
     "Copyright \u00a9 1995-2023 Peter Mattis, Spencer Kimball, Josh MacDonald, Red Hat, Inc. and others. "
     "The licence is "
     "in /usr/share/common-licenses/LGPL-2.1."},
}};

constexpr std::string_view mit_text =
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and "
    "associated documentation files (the \u201cSoftware\u201d), to deal in the Software without restriction, "
    "including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, "
    "and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, "
    "subject to the following conditions:\n"
    "The above copyright notice and this permission notice shall be included in all copies or substantial "
    "portions of the Software.\n"
    "THE SOFTWARE IS PROVIDED \u201cAS IS\u201d, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING "
    "BUT "
    "NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. "
    "IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, "
    "WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE "
    "SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

constexpr std::string_view bsd_2_text =
    "Redistribution and use in source and binary forms, with or without modification, are permitted provided "
    "that the following conditions are met:\n"
    "1. Redistributions of source code must retain the above copyright notice, this list of conditions and "
    "the following disclaimer.\n"
    "2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions "
    "and "
    "the following disclaimer in the documentation and/or other materials provided with the distribution.\n"
    "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \u201cAS IS\u201d AND ANY EXPRESS "
    "OR "
    "IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND "
    "FITNESS "
    "FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE "
    "LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, "
    "BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR "
    "BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT "
    "LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS "
    "SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.";

constexpr std::string_view bsd_3_text =
    "The two conditions and the disclaimer of BSD-2-Clause, and between them:\n"
    "3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or "
    "promote products derived from this software without specific prior written permission.";

constexpr std::string_view zlib_text =
    "This software is provided \u2018as-is\u2019, without any express or implied warranty. In no event will "
    "the "
    "authors be held liable for any damages arising from the use of this software.\n"
    "Permission is granted to anyone to use this software for any purpose, including commercial "
    "applications, and to alter it and redistribute it freely, subject to the following restrictions:\n"
    "1. The origin of this software must not be misrepresented; you must not claim that you wrote the "
    "original software. If you use this software in a product, an acknowledgment in the product "
    "documentation would be appreciated but is not required.\n"
    "2. Altered source versions must be plainly marked as such, and must not be misrepresented as being the "
    "original software.\n"
    "3. This notice may not be removed or altered from any source distribution.";

/// The whole text of a licence of assets/licences/.
constexpr std::string_view whole_text(std::string_view name) {
    for (const tables::LicenceRow& row : tables::licences) {
        if (row.name == name) {
            return row.text;
        }
    }
    return {};
}
static_assert(!whole_text("OFL-1.1").empty(), "the fonts are built in: their licence goes with them");

constexpr std::array<LicenceText, 5> all_texts{{{"MIT", mit_text},
                                                {"BSD-2-Clause", bsd_2_text},
                                                {"BSD-3-Clause", bsd_3_text},
                                                {"Zlib", zlib_text},
                                                {"OFL-1.1", whole_text("OFL-1.1")}}};

}  // namespace

std::span<const Notice> notices() {
    return all_notices;
}

std::span<const LicenceText> licence_texts() {
    return all_texts;
}

std::string_view loinc_notice() {
    return loinc_text;
}

Notice own_notice() {
    return {"Unknot", "MIT", "Copyright \u00a9 2026 the Unknot maintainers"};
}

}  // namespace unknot::words
