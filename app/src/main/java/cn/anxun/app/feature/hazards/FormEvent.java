package cn.anxun.app.feature.hazards;

import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.record.Recorded;

/** Something that happens once to a form. */
sealed interface FormEvent {

  /** It was recorded; can be taken back. */
  record Saved(HazardStep step, Recorded recorded) implements FormEvent {}

  /** The entry was said anew under its own id. */
  record Rewritten() implements FormEvent {}

  /** It is being sent already. */
  record TooLate() implements FormEvent {}

  /** Nothing was recorded. */
  record NotSaved(Exception why) implements FormEvent {}

  /** What was to be a photo could not be kept. */
  record PhotoRejected(PhotoRejectedException.Reason why) implements FormEvent {}

  /** The phone does not hold what the form is about. */
  record Unknown() implements FormEvent {}
}
