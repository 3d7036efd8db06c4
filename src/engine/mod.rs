//! Brief and terms in, appraisal out.
