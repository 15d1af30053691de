package cn.anxun.server.console.entry;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.preset.ActivityPreset;
import cn.anxun.core.preset.ActivityPresets;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.console.record.FieldForm;
import cn.anxun.server.text.ServerTexts;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the form of a new record. */
final class EntryDrawing {
  private final DeskKind kind;
  private final Principal person;
  private final LedgerState state;
  private final Desk desk;
  private final Texts texts;
  private final Names names;

  EntryDrawing(DeskKind kind, Principal person, LedgerState state, Desk desk, Texts texts) {
    this.kind = kind;
    this.person = person;
    this.state = state;
    this.desk = desk;
    this.texts = texts;
    this.names = Names.at(state, texts);
  }

  /**
   * An empty form.
   *
   * @param preset the key of the usual activity to start from, or ""
   */
  EntryForm fresh(String preset) {
    Map<String, String> values = new HashMap<>();
    values.put(RecordFields.UNIT.name(), person.grant().unit());
    ActivityPresets.standard()
        .find(preset)
        .filter(one -> one.kind().name().equals(kind.kind().name()))
        .ifPresent(one -> fill(values, one));
    return form(
        values,
        desk.newId(),
        desk.today().toString(),
        site(desk.newId(), "", false, "", List.of()),
        "",
        "");
  }

  private void fill(Map<String, String> values, ActivityPreset preset) {
    preset.fields().values().forEach((name, value) -> values.put(name, FieldForm.text(value)));
    String unit = person.grant().unit();
    values.put("name", preset.name(unit.isEmpty() ? "" : names.of(kind.type(), "unit", unit)));
  }

  /** The form with what was typed, and why it was not taken. */
  EntryForm again(Context context, EntryTaking taking, EntryTaking.Problem problem) {
    Map<String, String> values = new HashMap<>(FieldForm.typed(context, kind.main(), kind.more()));
    values.put(EntryTaking.INDICATOR, taking.text(EntryTaking.INDICATOR));
    boolean savedBefore = !problem.saved().isEmpty();
    return form(
        values,
        savedBefore ? desk.newId() : taking.id(),
        taking.text("date"),
        site(
            savedBefore ? desk.newId() : taking.text("site_id"),
            taking.text("site"),
            taking.text("site_new").equals("true"),
            taking.text("site_choice"),
            problem.choices()),
        problem.sentence(),
        savedBefore ? Links.record(problem.saved()) : "");
  }

  private EntryForm.SiteInput site(
      String id, String name, boolean isNew, String chosen, List<EntryForm.Choice> choices) {
    return new EntryForm.SiteInput(
        kind.site() != DeskKind.Site.NONE,
        kind.site() == DeskKind.Site.NEEDED,
        id,
        name,
        isNew,
        chosen,
        choices);
  }

  private EntryForm form(
      Map<String, String> values,
      String id,
      String date,
      EntryForm.SiteInput site,
      String problem,
      String saved) {
    List<FieldForm.Input> inputs = new ArrayList<>();
    if (kind.isTally()) {
      inputs.add(indicator(values.getOrDefault(EntryTaking.INDICATOR, "")));
    }
    inputs.addAll(inputs(kind.main(), values));
    return new EntryForm(
        kind.address(),
        id,
        date,
        desk.today().toString(),
        site,
        presets(),
        inputs,
        inputs(kind.more(), values),
        kind.more().stream()
            .map(field -> values.getOrDefault(field.name(), ""))
            .anyMatch(value -> !value.isEmpty() && !value.equals("false")),
        problem,
        saved,
        "/records/" + kind.type());
  }

  private List<FieldForm.Input> inputs(List<Field<?>> fields, Map<String, String> values) {
    Map<String, String> known = new HashMap<>(values);
    fields.stream()
        .filter(field -> field.type() == Field.Type.FLAG)
        .forEach(field -> known.putIfAbsent(field.name(), "false"));
    return FieldForm.inputs(kind.type(), fields, state, names, known).stream()
        .map(input -> isNeeded(input) ? input.asRequired() : input)
        .toList();
  }

  private boolean isNeeded(FieldForm.Input input) {
    return kind.needed().stream().anyMatch(field -> field.name().equals(input.name()));
  }

  /** What a total may be of. */
  private FieldForm.Input indicator(String chosen) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Reportable one : Reportable.list(Catalogue.at(state))) {
      options.put(
          one.id(),
          texts.text(
              "console.entry.indicator-in",
              names.indicator(one.indicator()),
              names.unit(one.indicator().unit())));
    }
    return new FieldForm.Input(
        EntryTaking.INDICATOR,
        texts.text("console.entry.indicator"),
        "choice",
        true,
        0,
        chosen,
        options);
  }

  private List<EntryForm.Choice> presets() {
    boolean english = texts.equals(ServerTexts.ENGLISH);
    return ActivityPresets.standard().list(kind.kind()).stream()
        .map(
            preset ->
                new EntryForm.Choice(
                    kind.address() + "?preset=" + Links.encoded(preset.key()),
                    english && !preset.english().isEmpty() ? preset.english() : preset.label()))
        .toList();
  }
}
