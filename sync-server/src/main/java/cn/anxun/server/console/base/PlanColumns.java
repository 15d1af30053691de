package cn.anxun.server.console.base;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.importer.SiteBook;
import cn.anxun.server.text.ServerTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plan's rows are sites: shown by their names and codes, and named by them when typed. */
final class PlanColumns {
  private static final String SITE = "site";
  private static final List<Field<?>> SHOWN =
      List.of(
          Field.text(SiteRegistered.NAME.name(), SiteRegistered.NAME.maxLength()).asRequired(),
          Field.text(SiteRegistered.CREDIT_CODE.name(), SiteRegistered.CREDIT_CODE.maxLength()),
          Field.text(RecordFields.DIVISION.name(), 20));

  private PlanColumns() {}

  static List<Column> columns(LedgerState state, Texts texts) {
    Map<String, FoldedRecord> sites = new HashMap<>();
    state.list(SITE).forEach(site -> sites.put(site.subject(), site));
    return SHOWN.stream()
        .map(
            field -> {
              String key = "console.base.column.inspection-plan." + field.name();
              return new Column(
                  field,
                  texts.text(key),
                  List.of(ServerTexts.CHINESE.text(key), ServerTexts.ENGLISH.text(key)),
                  "",
                  Map.of(),
                  row -> shown(state, sites, row, field.name()));
            })
        .toList();
  }

  private static @Nullable Json shown(
      LedgerState state, Map<String, FoldedRecord> sites, Json.Members row, String field) {
    if (row.get(field) != null) {
      return row.get(field);
    }
    String subject = row.get(SITE) instanceof Json.Text text ? state.site(text.value()) : "";
    FoldedRecord site = sites.get(subject);
    if (site == null) {
      return field.equals(SiteRegistered.NAME.name()) ? Json.of(subject) : null;
    }
    return site.value(field);
  }

  /** Finds the site that somebody named. */
  static BaseTable.RowMaker maker(LedgerState state, Texts texts) {
    SiteBook book = new SiteBook(state);
    return (before, values) -> {
      String name = text(values, SiteRegistered.NAME.name());
      String code = text(values, SiteRegistered.CREDIT_CODE.name());
      Optional<SiteBook.Site> byCode = book.findByCode(code);
      List<SiteBook.Site> named =
          byCode.isPresent()
              ? List.of(byCode.get())
              : book.list(name, code, text(values, RecordFields.DIVISION.name()));
      if (named.isEmpty()) {
        throw new BaseTable.BadRowException(texts.text("console.base.no-site", name));
      }
      if (named.size() > 1) {
        throw new BaseTable.BadRowException(
            texts.text("console.base.several-sites", name, named.size()));
      }
      return Json.members().put(SITE, named.get(0).subject()).build();
    };
  }

  private static String text(Map<String, Json> values, String name) {
    return values.get(name) instanceof Json.Text text ? text.value() : "";
  }
}
