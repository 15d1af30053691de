package cn.anxun.app.feature.activity;

import cn.anxun.app.record.Recorded;

/** What has just happened, to be said once with a way back. */
sealed interface ActivityEvent {

  /** It is in the ledger. */
  record Saved(Recorded recorded, ActivityDraft draft) implements ActivityEvent {}

  /** The draft was put away for another card. */
  record PutAway(ActivityDraft draft) implements ActivityEvent {}
}
