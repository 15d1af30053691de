package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger says that a paper is made of.
 *
 * @param bureau its name, where its templates have no other
 * @param role of the one who issues
 * @param date the day of issue
 * @param visit the visit; empty only for a review without one
 * @param site where it was
 * @param hazards found at the visit; for a review those of the order, as they stand
 * @param order the one that a review answers
 * @param issued the papers that the visit, or the order, has already, void ones left out
 */
public record PaperFacts(
    String bureau,
    Role role,
    LocalDate date,
    Optional<FoldedRecord> visit,
    Optional<FoldedRecord> site,
    List<FoldedRecord> hazards,
    Optional<PaperRecord> order,
    List<PaperRecord> issued) {

  public PaperFacts {
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
    issued = Collections.unmodifiableList(new ArrayList<>(issued));
  }

  /**
   * What may be said without asking: names as on the paper before, else as registered, the address
   * as registered, the hazards of a review as they were reviewed.
   */
  public PaperAnswers suggested() {
    Fields said = visit.map(FoldedRecord::fields).orElse(Fields.NONE);
    Fields registered = site.map(FoldedRecord::fields).orElse(Fields.NONE);
    List<Officer> officers = new ArrayList<>();
    for (String name : said.texts(Inspected.INSPECTOR_NAMES)) {
      officers.add(new Officer(name, ""));
    }
    return new PaperAnswers(
        officers,
        party(registered),
        registered.text(SiteRegistered.ADDRESS),
        null,
        null,
        null,
        "",
        order.isPresent() ? reviews() : Map.of());
  }

  /** Who stood for the site on the paper before, else who is registered. */
  private PaperAnswers.Party party(Fields registered) {
    PaperRecord last = issued.isEmpty() ? null : issued.get(issued.size() - 1);
    PaperRecord before = order.orElse(last);
    Fields said = before == null ? Fields.NONE : before.fields();
    String person = said.text(PaperIssued.SITE_PERSON);
    if (before == null || person.isEmpty()) {
      return new PaperAnswers.Party(
          "",
          registered.text(SiteRegistered.CONTACT_NAME),
          "",
          registered.text(SiteRegistered.CONTACT_PHONE));
    }
    return new PaperAnswers.Party(
        said.text(PaperIssued.LEGAL_REPRESENTATIVE),
        person,
        before.contents().text(PaperContents.Part.POSITION),
        said.text(PaperIssued.SITE_PHONE));
  }

  /** Of each hazard that was reviewed since it was last reported as rectified, what was found. */
  public Map<String, PaperAnswers.Answer> reviews() {
    Map<String, PaperAnswers.Answer> reviews = new LinkedHashMap<>();
    for (FoldedRecord hazard : hazards) {
      if (state(hazard).equals("closed")) {
        reviews.put(hazard.subject(), new PaperAnswers.Answer(true, "", null));
      } else if (hazard.value("reviewed_on") != null) {
        reviews.put(hazard.subject(), failed(hazard));
      }
    }
    return reviews;
  }

  /** To be put right by a new day; one that got none was handed over, or is a case. */
  private PaperAnswers.Answer failed(FoldedRecord hazard) {
    LocalDate next = deadline(hazard).filter(day -> !day.isBefore(date)).orElse(null);
    if (hazard.value("transferred_to") instanceof Json.Text to) {
      String opinion = Texts.CHINESE.text("paper.label.transferred", to.value());
      return new PaperAnswers.Answer(false, opinion, null);
    }
    String opinion = next == null ? Texts.CHINESE.text("paper.label.not-rectified") : "";
    return new PaperAnswers.Answer(false, opinion, next);
  }

  static String state(FoldedRecord hazard) {
    return hazard.value("state") instanceof Json.Text text ? text.value() : "";
  }

  /** The deadline of a hazard as it stands. */
  public static Optional<LocalDate> deadline(FoldedRecord hazard) {
    Json current = hazard.value("current_deadline");
    return current == null
        ? hazard.fields().find(HazardFound.DEADLINE)
        : HazardFound.DEADLINE.read(current);
  }
}
