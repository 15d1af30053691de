package cn.anxun.server.console.measure;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An indicator that somebody defines: as it stands, or as it was typed. */
final class MeasureEdit {
  static final String PERCENT = "%";

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final int MAX_NAME = 120;
  private static final String USUAL_UNIT = "个";
  private static final String OWN = "own.";

  private final MeasureRequest asked;
  private final String id;
  private final String key;
  private final String name;
  private final String unit;
  private final String direction;
  private final String kept;
  private final boolean gone;
  private final MeasureDraft draft;
  private final String from;
  private final String until;

  private MeasureEdit(
      MeasureRequest asked,
      List<String> typed,
      String kept,
      boolean gone,
      MeasureDraft draft,
      String from,
      String until) {
    this.asked = asked;
    this.id = typed.get(0);
    this.key = typed.get(1);
    this.name = typed.get(2);
    this.unit = typed.get(3);
    this.direction = typed.get(4);
    this.kept = kept;
    this.gone = gone;
    this.draft = draft;
    this.from = from;
    this.until = until;
  }

  /** A new one: all hazards. */
  static MeasureEdit fresh(MeasureRequest asked) {
    return of(
        asked,
        List.of("", free(asked), "", USUAL_UNIT, wire(Indicator.Direction.HIGHER)),
        "",
        new MeasureDraft(false, List.of(MeasureDraft.all("hazard")), List.of()));
  }

  /** One that there is. */
  static MeasureEdit of(MeasureRequest asked, Indicator indicator) {
    return of(asked, indicator, indicator.id(), indicator.id(), indicator.name());
  }

  /** A new one, to begin with like another. */
  static MeasureEdit like(MeasureRequest asked, Indicator indicator) {
    return of(asked, indicator, "", free(asked), asked.t("copy-of", indicator.name()));
  }

  private static MeasureEdit of(
      MeasureRequest asked, Indicator indicator, String id, String key, String name) {
    MeasureDraft draft = MeasureDraft.of(indicator.measure());
    boolean fits =
        new DraftWords(asked, draft)
            .measure(new ArrayList<>())
            .filter(indicator.measure()::equals)
            .isPresent();
    return of(
        asked,
        List.of(id, key, name, indicator.unit(), wire(indicator.direction())),
        fits ? "" : indicator.id(),
        draft);
  }

  private static MeasureEdit of(
      MeasureRequest asked, List<String> typed, String kept, MeasureDraft draft) {
    Period year = asked.latest.period();
    return new MeasureEdit(
        asked, typed, kept, false, draft, year.from().toString(), year.until().toString());
  }

  /** As the page sent it; what was removed meanwhile becomes a new one of the same id. */
  static MeasureEdit read(MeasureRequest asked) {
    MeasureDraft draft = DraftRequest.read(asked.context);
    String unit = asked.typed("unit");
    boolean fits = draft.isRate() == unit.equals(PERCENT) || !asked.typed("kept").isEmpty();
    String id = asked.typed("id");
    boolean gone = !id.isEmpty() && asked.catalogue.find(id).isEmpty() && !asked.own.has(id);
    return new MeasureEdit(
        asked,
        List.of(
            gone ? "" : id,
            gone ? id : asked.typed("key"),
            asked.typed("name"),
            fits ? unit : draft.isRate() ? PERCENT : USUAL_UNIT,
            asked.typed("direction")),
        asked.typed("kept"),
        gone,
        draft,
        asked.typed("from"),
        asked.typed("until"));
  }

  /** The first number that none of the office's indicators has. */
  private static String free(MeasureRequest asked) {
    int number = 1;
    while (asked.catalogue.find(OWN + number).isPresent() || asked.own.has(OWN + number)) {
      number++;
    }
    return OWN + number;
  }

  private static String wire(Indicator.Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /** The id under which it is kept. */
  String target() {
    return id.isEmpty() ? key : id;
  }

  /** The measure; empty where it is not complete, which goes to the problems. */
  Optional<Measure> measure(List<String> problems) {
    if (kept.isEmpty()) {
      return new DraftWords(asked, draft).measure(problems);
    }
    Optional<Measure> measure = asked.catalogue.find(kept).map(Indicator::measure);
    if (measure.isEmpty()) {
      problems.add(asked.t("kept-gone", kept));
    }
    return measure;
  }

  /** The definition to be saved; empty where something is wrong, which goes to the problems. */
  Optional<Json.Members> definition(List<String> problems) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      problems.add(asked.t("bad-name", MAX_NAME));
    }
    if (id.isEmpty() && !KEY.matcher(key).matches()) {
      problems.add(asked.t("bad-key", key));
    } else if (id.isEmpty() && (asked.catalogue.find(key).isPresent() || asked.own.has(key))) {
      problems.add(asked.t("key-taken", key));
    } else if (gone) {
      problems.add(asked.t("gone", key));
    }
    Optional<Measure> measure = measure(problems);
    if (!problems.isEmpty() || measure.isEmpty()) {
      return Optional.empty();
    }
    Json.Members definition = definition(measure.get());
    Json document = Json.members().put("indicators", Json.items(List.of(definition))).build();
    for (DocumentProblem problem : Catalogue.check(document, asked.vocabulary)) {
      problems.add(
          problem.path().endsWith(".unit") ? asked.t("bad-unit", unit) : problem.message());
    }
    return problems.isEmpty() ? Optional.of(definition) : Optional.empty();
  }

  /** What else the stored definition says is kept. */
  private Json.Members definition(Measure measure) {
    Json.MembersBuilder definition = Json.members();
    asked.own.find(target()).ifPresent(before -> before.values().forEach(definition::put));
    return definition
        .put("id", target())
        .put("name", name)
        .put("unit", unit)
        .put("direction", direction)
        .put("measure", MeasureJson.write(measure))
        .build();
  }

  /** The page, with the figure as it is now. */
  MeasureForm form(String seen, List<String> problems) {
    List<String> open = new ArrayList<>();
    if (gone) {
      open.add(asked.t("gone", key));
    }
    Optional<Measure> measure = measure(open);
    LiveFigure live = LiveFigure.NONE;
    Optional<Period> period = period();
    if (measure.isPresent() && period.isPresent()) {
      live = LiveFigure.of(asked, measure.get(), unit, period.get());
    }
    List<String> all = new ArrayList<>(problems);
    open.stream().filter(problem -> !all.contains(problem)).forEach(all::add);
    if (period.isEmpty()) {
      all.add(asked.t("bad-period"));
    }
    DraftWords words = new DraftWords(asked, draft);
    return new MeasureForm(
        id,
        key,
        name,
        units(),
        directions(),
        kept,
        draft.isRate(),
        kept.isEmpty() ? words.sides() : List.of(),
        from,
        until,
        live,
        seen,
        uses(),
        !id.isEmpty() && asked.own.has(id),
        !id.isEmpty() && Catalogue.standard().find(id).isPresent(),
        all);
  }

  /** Where the indicator is used as it is defined now. */
  List<String> uses() {
    return asked
        .catalogue
        .find(id)
        .map(indicator -> new MeasureUse(asked.state, asked.texts).of(indicator))
        .orElse(List.of());
  }

  private Optional<Period> period() {
    try {
      LocalDate first = LocalDate.parse(from);
      LocalDate last = LocalDate.parse(until);
      boolean isFit = !last.isBefore(first) && first.getYear() >= 2000 && last.getYear() <= 2099;
      return isFit ? Optional.of(new Period(first, last)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private List<Option> units() {
    boolean isRate = kept.isEmpty() ? draft.isRate() : unit.equals(PERCENT);
    return Catalogue.UNITS.stream()
        .filter(one -> one.equals(PERCENT) == isRate)
        .map(one -> new Option(one, asked.names.unit(one), one.equals(unit)))
        .toList();
  }

  private List<Option> directions() {
    List<Option> directions = new ArrayList<>();
    for (Indicator.Direction one : Indicator.Direction.values()) {
      String wire = wire(one);
      directions.add(new Option(wire, asked.t("direction." + wire), wire.equals(direction)));
    }
    return directions;
  }
}
