package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Field;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureVocabulary;
import cn.anxun.core.json.Json;
import cn.anxun.server.console.record.FieldForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure as somebody puts it together on the page. Each side is one term, or its first term less
 * the others; so every measure that {@link MeasureJson} knows can be put together.
 *
 * @param isRate whether the part is held against the whole
 * @param whole none where it is no rate
 */
record MeasureDraft(boolean isRate, List<Term> part, List<Term> whole) {
  static final String COUNT = "count";
  static final String DISTINCT = "distinct";
  static final String SUM = "sum";

  /** The period's choices besides the fields of days. */
  static final String STOCK = "stock-";

  MeasureDraft {
    part = List.copyOf(part);
    whole = List.copyOf(whole);
  }

  /**
   * One count or sum.
   *
   * @param how {@link #COUNT}, {@link #DISTINCT} or {@link #SUM}
   * @param field what is distinct or summed; "" where records are counted
   * @param when the field of days that falls into the period, or {@code stock-start} or {@code
   *     stock-end}
   */
  record Term(String how, String type, String field, String when, List<Choice> choices) {
    Term {
      choices = List.copyOf(choices);
    }

    Term with(List<Choice> changed) {
      return new Term(how, type, field, when, changed);
    }
  }

  /** A condition; a field of "" is not chosen yet. */
  record Choice(String field, List<String> values) {
    Choice {
      values = List.copyOf(values);
    }
  }

  /** All records of this type. */
  static Term all(String type) {
    return new Term(COUNT, type, "", Basis.RECORDED.on(), List.of());
  }

  static MeasureDraft of(Measure measure) {
    return measure instanceof Measure.Rate rate
        ? new MeasureDraft(true, terms(rate.part()), terms(rate.whole()))
        : new MeasureDraft(false, terms(measure), List.of());
  }

  private static List<Term> terms(Measure side) {
    List<Measure> leaves = side instanceof Measure.Net net ? net.terms() : List.of(side);
    List<Term> terms = new ArrayList<>();
    for (Measure leaf : leaves) {
      if (leaf instanceof Count count) {
        boolean records = count.distinct().isRecords();
        terms.add(
            new Term(
                records ? COUNT : DISTINCT,
                count.type(),
                count.distinct().field(),
                when(count.basis()),
                choices(count.where())));
      } else if (leaf instanceof Sum sum) {
        terms.add(new Term(SUM, sum.type(), sum.field(), when(sum.basis()), choices(sum.where())));
      }
    }
    return terms;
  }

  private static String when(Basis basis) {
    return basis.stock() == Stock.NONE
        ? basis.on()
        : STOCK + basis.stock().name().toLowerCase(Locale.ROOT);
  }

  private static List<Choice> choices(Measure.Where where) {
    List<Choice> choices = new ArrayList<>();
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      choices.add(
          new Choice(
              condition.getKey(), condition.getValue().stream().map(MeasureDraft::text).toList()));
    }
    return choices;
  }

  private static String text(Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Num number) {
      return number.value().toPlainString();
    }
    return value instanceof Json.Flag flag ? String.valueOf(flag.value()) : "";
  }

  /** The JSON of the measure, values as the vocabulary types them. */
  Json.Members json(MeasureVocabulary vocabulary) {
    return isRate
        ? Json.members()
            .put("rate", Json.items(List.of(side(part, vocabulary), side(whole, vocabulary))))
            .build()
        : side(part, vocabulary);
  }

  private static Json.Members side(List<Term> terms, MeasureVocabulary vocabulary) {
    List<Json> leaves = new ArrayList<>();
    terms.forEach(term -> leaves.add(json(term, vocabulary)));
    return leaves.size() == 1
        ? json(terms.get(0), vocabulary)
        : Json.members().put("net", Json.items(leaves)).build();
  }

  private static Json.Members json(Term term, MeasureVocabulary vocabulary) {
    Json.MembersBuilder json = Json.members();
    if (term.how().equals(SUM)) {
      json.put(SUM, term.type() + '.' + term.field());
    } else {
      json.put(COUNT, term.type());
      json.put(DISTINCT, term.how().equals(DISTINCT) ? term.field() : null);
    }
    Map<String, Field.Type> fields = vocabulary.fields(term.type());
    Json.MembersBuilder where = Json.members();
    boolean any = false;
    for (Choice choice : term.choices()) {
      if (!choice.field().isEmpty()) {
        where.put(choice.field(), values(choice, fields.get(choice.field())));
        any = true;
      }
    }
    json.put("where", any ? where.build() : null);
    if (term.when().startsWith(STOCK)) {
      json.put("stock", term.when().substring(STOCK.length()));
    } else {
      json.put("on", term.when().equals(Basis.RECORDED.on()) ? null : term.when());
    }
    return json.build();
  }

  private static Json values(Choice choice, Field.@Nullable Type type) {
    List<Json> values = new ArrayList<>();
    for (String value : choice.values()) {
      values.add(value(value, type));
    }
    return values.size() == 1 ? values.get(0) : Json.items(values);
  }

  private static Json value(String text, Field.@Nullable Type type) {
    if (type == Field.Type.FLAG) {
      return Json.of(text.equals("true"));
    }
    if (type == Field.Type.INTEGER || type == Field.Type.DECIMAL) {
      return FieldForm.number(text);
    }
    return Json.of(text);
  }
}
