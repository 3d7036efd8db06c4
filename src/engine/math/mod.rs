//! Mathematics without any notion of projects: the logistic scale, a score, quadrature and root
//! search.

mod crps;
mod log_logistic;
mod normal;
mod order;
mod quadrature;
mod search;

pub(crate) use log_logistic::LogLogistic;
pub use log_logistic::{density, logistic, logit};
pub use normal::{normal_cdf, normal_quantile};
pub(crate) use order::insert;
pub(crate) use quadrature::Breakpoints;
pub(crate) use search::{smallest, smallest_within};
