package cn.anxun.app.feature.paper;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.form.Typing;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.paper.PaperForm.Refusal;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.PaperAnswers.Party;
import cn.anxun.core.paper.Signature;
import com.google.android.material.materialswitch.MaterialSwitch;
import java.util.function.BiFunction;

/** What is typed of a paper, kept at every keystroke; each paper shows the fields that it has. */
final class PaperFields {
  private final View view;
  private final PaperFormViewModel model;
  private final MaterialSwitch refused;

  PaperFields(View view, PaperFormViewModel model) {
    this.view = view;
    this.model = model;
    refused = view.findViewById(R.id.paper_refused);
    bind(R.id.paper_number, PaperForm::withNumber);
    bind(R.id.paper_place, (form, text) -> form.with(form.answers().withPlace(text)));
    bind(R.id.paper_handling, (form, text) -> form.with(form.answers().withHandling(text)));
    bindParty();
    bindRefusal();
  }

  private void bindParty() {
    bindParty(
        R.id.paper_person,
        (of, text) -> new Party(of.legalRepresentative(), text, of.position(), of.phone()));
    bindParty(
        R.id.paper_position,
        (of, text) -> new Party(of.legalRepresentative(), of.person(), text, of.phone()));
    bindParty(
        R.id.paper_phone,
        (of, text) -> new Party(of.legalRepresentative(), of.person(), of.position(), text));
    bindParty(
        R.id.paper_legal, (of, text) -> new Party(text, of.person(), of.position(), of.phone()));
  }

  private void bindRefusal() {
    refused.setSaveEnabled(false);
    refused.setOnClickListener(
        tap -> {
          boolean on = refused.isChecked();
          model.change(
              form ->
                  form.with(new Refusal(on, form.refusal().reason(), form.refusal().witness())));
        });
    bind(
        R.id.paper_reason,
        (form, text) ->
            form.with(new Refusal(form.refusal().refused(), text, form.refusal().witness())));
    bind(
        R.id.paper_witness,
        (form, text) ->
            form.with(new Refusal(form.refusal().refused(), form.refusal().reason(), text)));
  }

  private void bind(int id, BiFunction<PaperForm, String, PaperForm> change) {
    Typing.bind(view.findViewById(id), text -> model.change(form -> change.apply(form, text)));
  }

  private void bindParty(int id, BiFunction<Party, String, Party> change) {
    bind(id, (form, text) -> form.with(change.apply(form.answers().party(), text)));
  }

  void show(PaperFormState now) {
    PaperForm form = now.form();
    PaperAnswers answers = form.answers();
    showText(R.id.paper_number, form.number());
    showText(R.id.paper_person, answers.party().person());
    showText(R.id.paper_position, answers.party().position());
    showText(R.id.paper_phone, answers.party().phone());
    showText(R.id.paper_legal, answers.party().legalRepresentative());
    showText(R.id.paper_place, answers.place());
    showText(R.id.paper_handling, answers.handling());
    showText(R.id.paper_reason, form.refusal().reason());
    showText(R.id.paper_witness, form.refusal().witness());
    refused.setChecked(form.refusal().refused());
    TextView officers = view.findViewById(R.id.paper_officers_heading);
    officers.setText(PaperWords.role(Signature.Who.INSPECTOR, form.paper()));
    TextView add = view.findViewById(R.id.paper_officer_add);
    add.setText(
        form.paper() == Paper.NOTICE ? R.string.paper_visitor_add : R.string.paper_officer_add);
    boolean record = form.paper() == Paper.CHECK_RECORD;
    showIf(R.id.paper_number_layout, now.external());
    showIf(R.id.paper_position_layout, record);
    showIf(R.id.paper_phone_layout, record);
    showIf(R.id.paper_legal_layout, record);
    showIf(R.id.paper_check, record);
    showIf(R.id.paper_place_layout, record);
    showIf(R.id.paper_reason_layout, form.refusal().refused());
    showIf(R.id.paper_witness_layout, form.refusal().refused());
  }

  private void showText(int id, String text) {
    Typing.show(view.findViewById(id), text);
  }

  private void showIf(int id, boolean shown) {
    view.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
