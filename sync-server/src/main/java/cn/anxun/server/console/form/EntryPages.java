package cn.anxun.server.console.form;

import cn.anxun.core.entry.BudgetSet;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the office types into a form: the rows that the ledger does not know, and the budget. */
public final class EntryPages {
  private static final List<String> SCORED_AMOUNTS = List.of("initial", "full_year", "spent");
  private static final List<String> OTHER_AMOUNTS = List.of("planned", "spent");
  private static final List<String> PARTS = List.of("basic", "project");

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Revising revising;
  private final Clock clock;

  public EntryPages(Access access, Pages pages, BureauLedgers ledgers, Desk desk, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.revising = new Revising(desk);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/forms/{key}/typed", access.see(Permission.PUSH, this::typedForm));
    routes.post("/forms/{key}/typed", access.send(Permission.PUSH, this::typed));
    routes.get("/forms/{key}/budget", access.see(Permission.PUSH, this::budgetForm));
    routes.post("/forms/{key}/budget", access.send(Permission.PUSH, this::budget));
  }

  private FormRequest asked(Context context, Principal person) {
    return FormRequest.toEnter(context, person, ledgers, clock);
  }

  private void typedForm(Context context, Principal person) {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    showTyped(asked, form, TypedRows.of(form, asked.texts), List.of());
  }

  private void showTyped(
      FormRequest asked, FormResult form, TypedRows typed, List<String> problems) {
    asked.sendForm(
        pages,
        "form/typed.jte",
        asked.texts.text("console.form.typed-of", form.definition().title()),
        new TypedForm(
            asked.address("/forms/" + asked.key() + "/typed"),
            Revising.mark(asked, Documents.typedRows(asked.year, asked.key())),
            asked.closedNote(),
            typed.goal(),
            typed.outcome(),
            typed.rows(),
            problems,
            asked.latest("/forms/" + asked.key())));
  }

  private void typed(Context context, Principal person) {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    TypedRows typed = TypedRows.read(form, asked.texts, context);
    List<String> problems = Revising.stale(asked, Documents.typedRows(asked.year, asked.key()));
    problems.addAll(typed.problems());
    if (problems.isEmpty()) {
      Fields fields =
          Fields.builder()
              .set(TypedRowsEntered.YEAR, asked.year)
              .set(TypedRowsEntered.FORM, asked.key())
              .set(TypedRowsEntered.DOCUMENT, typed.document())
              .build();
      String problem =
          revising.save(
              asked, TypedRowsEntered.KIND, Documents.typedRows(asked.year, asked.key()), fields);
      if (problem.isEmpty()) {
        context.redirect(asked.latest("/forms/" + asked.key()), HttpStatus.SEE_OTHER);
        return;
      }
      problems.add(problem);
    }
    context.status(HttpStatus.BAD_REQUEST);
    showTyped(asked, form, typed, problems);
  }

  private void budgetForm(Context context, Principal person) {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    List<BudgetForm.Amount> amounts = new ArrayList<>();
    for (String name : names(form)) {
      amounts.add(
          amount(
              asked,
              name,
              form.definition().budget().find(name).map(BigDecimal::toPlainString).orElse("")));
    }
    showBudget(asked, form, amounts, List.of());
  }

  private static BudgetForm.Amount amount(FormRequest asked, String name, String value) {
    return new BudgetForm.Amount(name, BudgetWords.label(asked.texts, name), value);
  }

  /** The amounts that the form asks for, and those that it has besides. */
  private static Set<String> names(FormResult form) {
    Set<String> names =
        new LinkedHashSet<>(
            form.definition().execution().isPresent() ? SCORED_AMOUNTS : OTHER_AMOUNTS);
    names.addAll(PARTS);
    names.addAll(form.definition().budget().amounts().keySet());
    return names;
  }

  private void showBudget(
      FormRequest asked, FormResult form, List<BudgetForm.Amount> amounts, List<String> problems) {
    asked.sendForm(
        pages,
        "form/budget.jte",
        asked.texts.text("console.form.budget-of", form.definition().title()),
        new BudgetForm(
            asked.address("/forms/" + asked.key() + "/budget"),
            Revising.mark(asked, Documents.budget(asked.year, asked.key())),
            asked.closedNote(),
            amounts,
            problems,
            asked.latest("/forms/" + asked.key())));
  }

  private void budget(Context context, Principal person) {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    List<BudgetForm.Amount> amounts = new ArrayList<>();
    List<String> problems = Revising.stale(asked, Documents.budget(asked.year, asked.key()));
    Json.MembersBuilder document = Json.members();
    for (String name : names(form)) {
      String typed = Requests.typed(context, "amount." + name);
      BudgetForm.Amount amount = amount(asked, name, typed);
      amounts.add(amount);
      Optional<BigDecimal> number = Amounts.read(typed);
      if (typed.isEmpty() && form.definition().budget().find(name).isPresent()) {
        problems.add(asked.texts.text("console.form.amount-cleared", amount.label()));
      } else if (!typed.isEmpty() && number.isEmpty()) {
        problems.add(asked.texts.text("console.form.no-amount", amount.label(), typed));
      }
      number.ifPresent(value -> document.put(name, Json.of(value)));
    }
    if (problems.isEmpty()) {
      String problem = saveBudget(asked, document.build());
      if (problem.isEmpty()) {
        context.redirect(asked.latest("/forms/" + asked.key()), HttpStatus.SEE_OTHER);
        return;
      }
      problems.add(problem);
    }
    context.status(HttpStatus.BAD_REQUEST);
    showBudget(asked, form, amounts, problems);
  }

  private String saveBudget(FormRequest asked, Json document) {
    return revising.save(
        asked,
        BudgetSet.KIND,
        Documents.budget(asked.year, asked.key()),
        Fields.builder()
            .set(BudgetSet.YEAR, asked.year)
            .set(BudgetSet.FORM, asked.key())
            .set(BudgetSet.DOCUMENT, document)
            .build());
  }
}
