package cn.anxun.server.report.form;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.storage.Head;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A made-up bureau's three forms of 2026, one of each template, filled by the engine from given
 * figures.
 */
public final class SampleForms {
  public static final Cutoff CUTOFF = new Cutoff(20_417, LocalDate.of(2026, 12, 31));
  public static final Provenance PROVENANCE =
      new Provenance("云岭市清河区应急管理局", CUTOFF, new Head(20_417, "3fa9c07d".repeat(8)));
  public static final FormDetails DETAILS =
      new FormDetails("云岭市清河区人民政府", "王晓梅", "0000-1234567", Optional.of(LocalDate.of(2027, 1, 18)));

  private SampleForms() {}

  public static FormResult overall() {
    return form(0);
  }

  public static FormResult project() {
    return form(1);
  }

  public static FormResult goals() {
    return form(2);
  }

  private static FormResult form(int index) {
    Json json = ((Json.Items) resource()).values().get(index);
    return filled((Json.Members) json);
  }

  /** A form whose measured rows carry their figures as {@code "figure": [part, whole]}. */
  public static FormResult filled(Json.Members form) {
    try {
      FormDefinition definition = FormJson.read(form, 2026, "sample");
      Map<Measure, Json.Items> figures = new HashMap<>();
      for (Json item : ((Json.Items) form.values().get("rows")).values()) {
        Json.Members row = (Json.Members) item;
        if (row.get("measure") != null) {
          figures.put(
              MeasureJson.read(row.values().get("measure")), (Json.Items) row.get("figure"));
        }
      }
      return new FormEngine(FormSettings.STANDARD)
          .fill(
              definition,
              new FormEngine.Figures() {
                @Override
                public Figure figure(Measure measure, String unit) {
                  return SampleForms.figure(figures.get(measure).values(), unit);
                }

                @Override
                public Cutoff cutoff() {
                  return CUTOFF;
                }
              });
    } catch (FormRejectedException | MeasureRejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Figure figure(List<Json> numbers, String unit) {
    BigDecimal part = ((Json.Num) numbers.get(0)).value();
    BigDecimal whole = ((Json.Num) numbers.get(1)).value();
    boolean rate = unit.equals("%");
    return new Figure(
        rate ? Fraction.percent(part, whole) : Fraction.of(part),
        part,
        whole,
        rate ? 2 : 0,
        unit,
        Period.year(2026),
        CUTOFF,
        List.of(),
        List.of(),
        part,
        BigDecimal.ZERO,
        Set.of());
  }

  private static Json resource() {
    try (InputStream in =
        SampleForms.class.getResourceAsStream("/cn/anxun/server/report/sample-forms.json")) {
      return JsonText.read(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
