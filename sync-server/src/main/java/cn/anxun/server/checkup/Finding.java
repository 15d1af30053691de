package cn.anxun.server.checkup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Something in the records that may be right, but that somebody should look at before signing. */
public sealed interface Finding {

  /** The records that it is about. */
  List<String> subjects();

  /** One photo on several records, which it cannot all show. */
  record ReusedPhoto(String sha256, List<String> subjects) implements Finding {
    public ReusedPhoto {
      subjects = List.copyOf(subjects);
    }
  }

  /** A hazard put right before it was found. */
  record RectifiedBeforeFound(String subject, LocalDate found, LocalDate rectified)
      implements Finding {
    @Override
    public List<String> subjects() {
      return List.of(subject);
    }
  }

  /** A hazard that counts as put right, without a photo that shows it. */
  record MissingAfterPhoto(String subject) implements Finding {
    @Override
    public List<String> subjects() {
      return List.of(subject);
    }
  }

  /**
   * More records by one person within minutes than can be made on the spot.
   *
   * @param author the account
   * @param from when the first was saved
   * @param until when the last was
   */
  record Burst(String author, Instant from, Instant until, List<String> subjects)
      implements Finding {
    public Burst {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * A record or a step that was entered long after the day on which it happened.
   *
   * @param date on which it happened
   * @param entered when it was saved
   */
  record LateEntry(String subject, LocalDate date, LocalDate entered) implements Finding {
    @Override
    public List<String> subjects() {
      return List.of(subject);
    }
  }
}
