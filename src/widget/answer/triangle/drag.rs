//! Dragging of a corner by a pointer.

use crate::picture::triangle::CANVAS;
use crate::picture::{Canvas, Point};
use gloo::events::{EventListener, EventListenerOptions};
use yew::prelude::*;

/// Prevents a finger on one of the grips from scrolling the page. `touch-action` should do the
/// same, but not every browser honours it inside an SVG.
#[hook]
pub fn use_no_scrolling(grips: &[NodeRef; 2]) {
    let grips = grips.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listeners: Vec<EventListener> = grips
            .iter()
            .filter_map(|grip| grip.cast::<web_sys::Element>())
            .map(|grip| {
                EventListener::new_with_options(&grip, "touchstart", options, |touch| {
                    touch.prevent_default();
                })
            })
            .collect();
        move || drop(listeners)
    });
}

/// Handle of a corner, which a pointer can drag.
#[derive(Clone)]
pub struct Handle {
    /// Current drag, if any.
    pub drag: UseStateHandle<Option<Drag>>,
    /// Drawing of the handle.
    pub drawing: NodeRef,
    /// Part of the handle that captures the pointer.
    pub grip: NodeRef,
    /// Called with the point under the pointer.
    pub on_move: Callback<Option<Point>>,
}

impl Handle {
    /// Starts a drag.
    pub fn start(&self, event: &PointerEvent) {
        let grip = self.grip.cast::<web_sys::Element>();
        if let (0, None, Some(grip), Some(frame)) =
            (event.button(), *self.drag, grip, Frame::of(&self.drawing))
            // The pointer may be gone by now.
            && grip.set_pointer_capture(event.pointer_id()).is_ok()
        {
            let pointer = event.pointer_id();
            self.drag.set(Some(Drag { pointer, frame }));
        }
    }

    /// Moves the corner along with the pointer.
    pub fn follow(&self, event: &PointerEvent) {
        if let Some(drag) = self.drag_of(event) {
            self.on_move.emit(drag.frame.under(event));
        }
    }

    /// Ends a drag.
    pub fn end(&self, event: &PointerEvent) {
        if self.drag_of(event).is_some() {
            self.drag.set(None);
        }
    }

    /// Returns the drag by the pointer of an event.
    fn drag_of(&self, event: &PointerEvent) -> Option<Drag> {
        self.drag.filter(|drag| drag.pointer == event.pointer_id())
    }
}

/// Drag of a corner.
#[derive(Clone, Copy, PartialEq)]
pub struct Drag {
    /// Pointer that drags it.
    pointer: i32,
    /// Frame of the drawing at the start of the drag. Other odds may lengthen the text above the
    /// drawing and move it: with the original frame the corner does not tremble.
    frame: Frame,
}

/// Rectangle of the drawing in the window, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
pub struct Frame {
    origin: Point,
    size: Canvas,
}

impl Frame {
    /// Returns the frame of a drawing, if it is in the document.
    pub fn of(drawing: &NodeRef) -> Option<Frame> {
        let rectangle = drawing
            .cast::<web_sys::Element>()?
            .get_bounding_client_rect();
        Some(Frame {
            origin: Point {
                x: rectangle.left(),
                y: rectangle.top(),
            },
            size: Canvas {
                width: rectangle.width(),
                height: rectangle.height(),
            },
        })
    }

    /// Returns the point of the drawing under a pointer.
    pub fn under(self, event: &MouseEvent) -> Option<Point> {
        let at = Point {
            x: f64::from(event.client_x()) - self.origin.x,
            y: f64::from(event.client_y()) - self.origin.y,
        };
        CANVAS.under(at, self.size)
    }
}
