package cn.anxun.app.feature.review;

import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.record.Recorded;
import java.time.LocalDate;
import java.util.Set;

/** Something that happens once: told, or asked for, and done with. */
sealed interface ReviewEvent {

  /** The next photo is to be taken. */
  record WantsPhoto() implements ReviewEvent {}

  /** Hazards were recorded; can be taken back. */
  record Done(Outcome outcome, Recorded recorded, Set<String> hazards) implements ReviewEvent {}

  /** What was done was taken back. */
  record Undone() implements ReviewEvent {}

  /** It could not be taken back. */
  record NotUndone(Exception why) implements ReviewEvent {}

  /** Nothing was recorded. */
  record NotRecorded(Exception why) implements ReviewEvent {}

  /** What was to be a photo could not be kept. */
  record PhotoRejected(PhotoRejectedException.Reason why) implements ReviewEvent {}

  /** What became of hazards. */
  sealed interface Outcome {}

  /** Review passed. */
  record Passed(int hazards) implements Outcome {}

  /** Review not passed, with a new deadline. */
  record Postponed(LocalDate deadline) implements Outcome {}

  /** Review not passed, and handed to another body. */
  record HandedOver(String body) implements Outcome {}

  /** Review not passed, and a case filed. */
  record CaseFiled() implements Outcome {}

  /** Reported as put right; awaits its review. */
  record Reported() implements Outcome {}
}
