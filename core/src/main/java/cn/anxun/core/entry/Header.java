package cn.anxun.core.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every entry carries, as its author wrote it.
 *
 * @param id made on the phone, a UUIDv7 in lower case ({@link EntryIds})
 * @param subject what the entry is about: the id of a site, hazard, drill, … or the name of a
 *     document ({@link Documents}); 1 to 64 characters of {@code A-Z a-z 0-9 : / . _ -}
 * @param after the last entry of the subject that the author had seen; null for the first
 * @param at the author's clock when it was saved; not trusted, never ordered by
 * @param businessDate the day on which it happened, Asia/Shanghai, 2000-01-01 to 2099-12-31
 * @param author the account that says it; the server's stamp is what counts
 * @param device the device that made it
 */
public record Header(
    String id,
    String subject,
    @Nullable String after,
    Instant at,
    LocalDate businessDate,
    String author,
    String device,
    List<Attachment> attachments) {

  public Header {
    attachments = Collections.unmodifiableList(new ArrayList<>(attachments));
  }

  /** The predecessor, where there is one. */
  public Optional<String> predecessor() {
    return Optional.ofNullable(after);
  }
}
