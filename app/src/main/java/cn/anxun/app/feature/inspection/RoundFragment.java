package cn.anxun.app.feature.inspection;

import android.os.Bundle;
import android.view.View;
import android.widget.EditText;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SitesViewModel.SitesState;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 今日巡查: with whom, which kind, under which authority, for which campaigns. */
@AndroidEntryPoint(Fragment.class)
public final class RoundFragment extends Hilt_RoundFragment implements FormScreen {
  public RoundFragment() {
    super(R.layout.inspection_round);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_round);
    Typing.bind(
        view.findViewById(R.id.inspection_partners), text -> setPartners(Words.split(text)));
    Typing.bind(
        view.findViewById(R.id.inspection_campaigns),
        text -> setCampaigns(Words.splitCampaigns(text)));
    view.findViewById(R.id.inspection_round_done)
        .setOnClickListener(
            button -> {
              change(round -> round);
              Navigator.of(this).back();
            });
    model().state().observe(getViewLifecycleOwner(), now -> show(view, now));
  }

  private SitesViewModel model() {
    return new ViewModelProvider(this).get(SitesViewModel.class);
  }

  private void show(View view, SitesState now) {
    Round round = now.round();
    EditText partners = view.findViewById(R.id.inspection_partners);
    if (!Words.split(partners.getText().toString()).equals(round.partners())) {
      Typing.show(partners, Words.join(round.partners()));
    }
    EditText campaigns = view.findViewById(R.id.inspection_campaigns);
    if (!Words.splitCampaigns(campaigns.getText().toString()).equals(round.campaigns())) {
      Typing.show(campaigns, Words.join(round.campaigns()));
    }
    Words.showIf(
        view.findViewById(R.id.inspection_two),
        round.isAdministrative() && round.partners().isEmpty());
    Choices.show(
        view.findViewById(R.id.inspection_authorities),
        Choices.of(view, now.reference().offered("inspection-authority")),
        List.of(round.authority()),
        authority ->
            change(
                before ->
                    new Round(
                        before.day(),
                        before.partners(),
                        before.check(),
                        authority,
                        before.campaigns())));
    Choices.show(
        view.findViewById(R.id.inspection_checks),
        Choices.of(view, now.reference().offered("inspection-check")),
        List.of(round.check()),
        check ->
            change(
                before ->
                    new Round(
                        before.day(),
                        before.partners(),
                        check,
                        before.authority(),
                        before.campaigns())));
    Map<String, String> offered = Choices.of(view, now.reference().offered("campaign"));
    Choices.show(
        view.findViewById(R.id.inspection_known_campaigns),
        new LinkedHashMap<>(offered),
        round.campaigns(),
        campaign -> setCampaigns(toggled(campaign)));
  }

  private List<String> toggled(String campaign) {
    SitesState now = model().state().getValue();
    List<String> campaigns = new ArrayList<>();
    if (now != null) {
      campaigns.addAll(now.round().campaigns());
    }
    if (!campaigns.remove(campaign)) {
      campaigns.add(campaign);
    }
    return campaigns;
  }

  private void setPartners(List<String> partners) {
    change(
        before ->
            new Round(
                before.day(), partners, before.check(), before.authority(), before.campaigns()));
  }

  private void setCampaigns(List<String> campaigns) {
    change(
        before ->
            new Round(
                before.day(), before.partners(), before.check(), before.authority(), campaigns));
  }

  private void change(UnaryOperator<Round> change) {
    SitesState now = model().state().getValue();
    if (now != null) {
      model().set(change.apply(now.round()));
    }
  }
}
