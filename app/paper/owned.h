#pragma once

#include <cairo.h>

#include <memory>

namespace unknot::paper {

// Cairo's things, which end with what holds them.

struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

struct FreeCanvas {
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
};
using Canvas = std::unique_ptr<cairo_t, FreeCanvas>;

}  // namespace unknot::paper
