//! The triangle: money, time and scope, what is given as a share of what is needed.

use super::scene::{self, Item, Scene};
use super::{Brief, Budget, Deadline, Triangle};

/// In how many steps the shares of the scope are gone through.
const STEPS: u32 = 16;

/// How exact the share of the scope is.
const CLOSE: f64 = 1e-5;

/// What is given as a share of what is needed at the confidence: 1 or more is enough.
pub(crate) fn triangle(brief: &Brief, scene: &Scene, items: &[Item]) -> Triangle {
    let job = scene.job();
    let share = |given: f64, needed: f64| (needed > 0.0).then(|| given / needed);
    let money = scene.budget.and_then(|budget| {
        let months = if let Budget::Monthly(_) = budget {
            scene.terms.care_months
        } else {
            1.0
        };
        share(
            budget.amount()? * months,
            job.price_quantile(scene.confidence),
        )
    });
    let time = scene.deadline.and_then(|deadline| match deadline {
        Deadline::Open => None,
        Deadline::Weeks(weeks) => share(weeks, job.weeks_quantile(scene.confidence)),
    });
    Triangle {
        money,
        time,
        scope: scope(brief, scene, items),
    }
}

/// The largest share of the wishes' hours that reaches the confidence, with overhead and care
/// unchanged: 0 where none does. None where nothing is wished for, or neither budget nor deadline was said.
fn scope(brief: &Brief, scene: &Scene, items: &[Item]) -> Option<f64> {
    let odds = |share: f64| {
        let shared: Vec<Item> = items
            .iter()
            .map(|item| Item {
                each: item.each.times(share),
                ..*item
            })
            .collect();
        let work = scene::work(scene.terms, &brief.promises, shared.iter());
        scene.with_work(work, scene.care).job().both()
    };
    if items.is_empty() {
        return None;
    }
    let reaches = |share: f64| odds(share).is_some_and(|odds| odds >= scene.confidence);
    odds(1.0)?;
    // Less work is not always surer: by the hour it also pays for less of the unpaid care. So the
    // shares are gone through from above, and the border is looked for below the first that fails
    // no more.
    let Some(step) = (0..=STEPS).find(|step| reaches(1.0 - f64::from(*step) / f64::from(STEPS)))
    else {
        return Some(0.0);
    };
    if step == 0 {
        return Some(1.0);
    }
    let (mut enough, mut too_much) = (
        1.0 - f64::from(step) / f64::from(STEPS),
        1.0 - f64::from(step - 1) / f64::from(STEPS),
    );
    while too_much - enough > CLOSE {
        let middle = (enough + too_much) / 2.0;
        if reaches(middle) {
            enough = middle
        } else {
            too_much = middle
        }
    }
    Some(enough)
}
