package cn.anxun.server.console.measure;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.server.console.measure.MeasureDraft.Choice;
import cn.anxun.server.console.measure.MeasureDraft.Term;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a measure from the inputs of the page: {@code part.0.type}, {@code part.0.c.1.value}, … and
 * does what the pressed button says: {@code add-term.part}, {@code drop-condition.part.0.1}.
 */
final class DraftRequest {
  static final String DO = "do";
  static final String PART = "part";
  static final String WHOLE = "whole";

  private static final String USUAL = "hazard";

  private final Context context;
  private final String[] pressed;

  private DraftRequest(Context context) {
    this.context = context;
    this.pressed = text(DO).split("\\.", -1);
  }

  static MeasureDraft read(Context context) {
    DraftRequest request = new DraftRequest(context);
    boolean isRate = request.text("rate").equals("true");
    List<Term> part = request.terms(PART);
    if (part.isEmpty()) {
      part.add(MeasureDraft.all(USUAL));
    }
    List<Term> whole = isRate ? request.terms(WHOLE) : new ArrayList<>();
    if (isRate && whole.isEmpty()) {
      part.forEach(term -> whole.add(term.with(List.of())));
    }
    return new MeasureDraft(isRate, part, whole);
  }

  private List<Term> terms(String side) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < MeasureJson.MAX_TERMS; i++) {
      String name = side + '.' + i;
      if (context.formParam(name + ".type") == null) {
        break;
      }
      if (!is("drop-term", side, Integer.toString(i))) {
        terms.add(term(name, side, i));
      }
    }
    if (is("add-term", side) && !terms.isEmpty() && terms.size() < MeasureJson.MAX_TERMS) {
      terms.add(terms.get(terms.size() - 1).with(List.of()));
    }
    return terms;
  }

  private Term term(String name, String side, int number) {
    String how = text(name + ".how");
    boolean known = List.of(MeasureDraft.DISTINCT, MeasureDraft.SUM).contains(how);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < MeasureJson.MAX_CONDITIONS; i++) {
      String field = context.formParam(name + ".c." + i + ".field");
      if (field == null) {
        break;
      }
      if (!is("drop-condition", side, Integer.toString(number), Integer.toString(i))) {
        choices.add(choice(name + ".c." + i, field));
      }
    }
    boolean hasRoom = choices.size() < MeasureJson.MAX_CONDITIONS;
    if (is("add-condition", side, Integer.toString(number)) && hasRoom) {
      choices.add(new Choice("", List.of()));
    }
    String when = text(name + ".when");
    return new Term(
        known ? how : MeasureDraft.COUNT,
        text(name + ".type"),
        known ? text(name + ".field") : "",
        when.isEmpty() ? Basis.RECORDED.on() : when,
        choices);
  }

  /** The values that were ticked or typed; those of another field than before are none. */
  private Choice choice(String name, String field) {
    boolean isSame = text(name + ".of").equals(field);
    Set<String> values = new LinkedHashSet<>();
    if (isSame) {
      values.addAll(context.formParams(name + ".value"));
      Arrays.stream(text(name + ".text").split("[、，,;；]")).map(String::strip).forEach(values::add);
      values.remove("");
    }
    return new Choice(field, new ArrayList<>(values));
  }

  private boolean is(String... words) {
    return Arrays.equals(pressed, words);
  }

  private String text(String name) {
    return Requests.typed(context, name);
  }
}
