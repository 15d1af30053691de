package cn.anxun.core.hazardlibrary;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as it is usually found, to be taken over at a tap and edited.
 *
 * @param key stable within the library: lower-case letters, digits and hyphens
 * @param text as an inspector writes it down
 * @param question what a checklist asks; "" where no checklist asks for it
 * @param questionEnglish "" where there is none
 * @param category of the code list {@code hazard-category}
 * @param level of the code list {@code hazard-level}
 * @param criterion the 判定标准 that makes it 重大; "" for the others
 * @param legalBasis law and article, or the law's title alone
 * @param fixedOnTheSpot whether it is usually fixed while the inspector is there
 * @param deadlineDays days until it is to be rectified where it is not fixed on the spot
 * @param measures what is usually ordered
 * @param siteKinds where it is usually found; empty for anywhere
 * @param industries where it is usually found; empty for any
 * @param withdrawn not offered any more
 */
public record LibraryHazard(
    String key,
    String text,
    String question,
    String questionEnglish,
    String category,
    String level,
    String criterion,
    String legalBasis,
    boolean fixedOnTheSpot,
    int deadlineDays,
    String measures,
    List<String> siteKinds,
    List<String> industries,
    boolean withdrawn) {

  public LibraryHazard {
    siteKinds = Collections.unmodifiableList(new ArrayList<>(siteKinds));
    industries = Collections.unmodifiableList(new ArrayList<>(industries));
  }

  /** The deadline where it was found on this day and not fixed at once. */
  public LocalDate deadline(LocalDate foundOn) {
    return foundOn.plusDays(deadlineDays);
  }

  /** What a {@link HazardFound} of this hazard starts with, found on this day. */
  public Fields prefill(LocalDate foundOn) {
    Fields.Builder fields =
        Fields.builder()
            .set(HazardFound.DESCRIPTION, text)
            .set(HazardFound.CATEGORY, category)
            .set(HazardFound.LEVEL, level)
            .set(HazardFound.CRITERION, orNull(criterion))
            .set(HazardFound.LEGAL_BASIS, orNull(legalBasis))
            .set(HazardFound.MEASURES, orNull(measures));
    return fixedOnTheSpot
        ? fields.set(HazardFound.FIXED_ON_THE_SPOT, true).build()
        : fields.set(HazardFound.DEADLINE, deadline(foundOn)).build();
  }

  /** Whether it is usual at a site of this kind and industry. */
  public boolean fits(String siteKind, String industry) {
    return (siteKinds.isEmpty() || siteKinds.contains(siteKind))
        && (industries.isEmpty() || industries.contains(industry));
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
