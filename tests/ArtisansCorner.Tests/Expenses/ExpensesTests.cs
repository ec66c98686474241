using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Expenses;

/// <summary>What is spent is written down, found, summed, changed and taken away.</summary>
public abstract class ExpensesTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ExpensesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ExpensesTests(app);

    [Fact]
    public async Task Expenses_are_listed_by_day_filtered_searched_paged_and_summed_by_category()
    {
        var shop = await app.OpenShopAsync();
        await SpendAsync(shop, "2026-03-01", "Studio rent", 32_000, "Hill Farm Studios");
        await SpendAsync(shop, "2026-03-14", "fairs and STALLS", 8_500, "Spring Fair Ltd", tax: 1_417, number: "SF-118");
        await SpendAsync(shop, "2026-04-01", "Studio rent", 32_000, "Hill Farm Studios");
        await SpendAsync(shop, "2026-04-02", "Kiln shelf", 4_000, note: "Übergroß");

        var first = (await shop.GetAsync("expenses?limit=3")).Is(200);
        Assert.Equal(["2026-04-02", "2026-04-01", "2026-03-14"], first["items"].Select(item => (string?)item["day"]));
        var rest = (await shop.GetAsync($"expenses?limit=3&cursor={(string?)first["next"]}")).Is(200);
        Assert.Equal(("2026-03-01", true), ((string?)Assert.Single(rest["items"])["day"], rest["next"].IsNull));
        // Written as our list writes it; words of one's own stay as they are.
        Assert.Equal("Fairs and stalls", (string?)Assert.Single((await shop.GetAsync("expenses?q=sf-118")).Is(200)["items"])["category"]);
        Assert.Equal("Kiln shelf", (string?)Assert.Single((await shop.GetAsync("expenses?q=ubergross")).Is(200)["items"])["category"]);
        Assert.Equal(2, (await shop.GetAsync("expenses?category=studio%20rent")).Is(200)["items"].Count);

        var march = (await shop.GetAsync("expenses/summary?from=2026-03-01&to=2026-03-31")).Is(200);
        Assert.Equal(("GBP", 2, 40_500, 1_417), ((string?)march["currency"], (int)march["sums"]["count"], (long)march["sums"]["amount"], (long)march["sums"]["tax"]));
        Assert.Equal(["Studio rent 64000", "Fairs and stalls 8500", "Kiln shelf 4000"], (await shop.GetAsync("expenses/summary")).Is(200)["sums"]["categories"].Select(sum => $"{(string?)sum["category"]} {(long)sum["amount"]}"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_sentence_under_its_field()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("expenses", new { category = "Office", amount = 0 })).Refuses(422, "amount");
        (await shop.PostAsync("expenses", new { category = "Office", amount = -5 })).Refuses(422, "amount");
        (await shop.PostAsync("expenses", new { category = " ", amount = 5 })).Refuses(422, "category");
        (await shop.PostAsync("expenses", new { category = "Office", amount = 5, tax = 6 })).Refuses(422, "tax");
        (await shop.PostAsync("expenses", new { day = "1066-10-14", category = "Office", amount = 5 })).Refuses(422, "day");
        (await shop.PostAsync("expenses", new { category = "Office", amount = 5, payee = new string('x', 201) })).Refuses(422, "payee");
        (await shop.GetAsync($"expenses/{Guid.CreateVersion7()}")).Refuses(404);
        (await shop.GetAsync("expenses?from=soon")).Refuses(422);
        Assert.Empty((await shop.GetAsync("expenses")).Is(200)["items"]);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_and_two_people_do_not_overwrite_each_other()
    {
        var shop = await app.OpenShopAsync();
        var body = new { day = "2026-03-01", category = "Office", amount = 1_200 };
        var made = (await shop.PostAsync("expenses", body, key: "once")).Is(201);
        Assert.Equal((Guid)made["id"], (Guid)(await shop.PostAsync("expenses", body, key: "once")).Is(201)["id"]);
        (await shop.PostAsync("expenses", body with { amount = 5 }, key: "once")).Refuses(409);

        var id = (Guid)made["id"];
        (await shop.PutAsync($"expenses/{id}", body with { amount = 1_300 }, "\"1\"")).Is(200);
        (await shop.PutAsync($"expenses/{id}", body with { amount = 1_400 }, "\"1\"")).Refuses(412);
        var found = await shop.GetAsync($"expenses/{id}");
        Assert.Equal(("\"2\"", 1_300), (found.Headers.ETag?.Tag, (long)found.Is(200)["amount"]));
    }

    [Fact]
    public async Task A_change_is_kept_and_undone_unless_somebody_changed_it_since()
    {
        var shop = await app.OpenShopAsync();
        var id = await SpendAsync(shop, "2026-03-01", "Office", 1_200, "Paper & Co");
        (await shop.PutAsync($"expenses/{id}", new { day = "2026-03-02", category = "Packaging", amount = 1_500, payee = "Paper & Co" })).Is(200);
        var change = Assert.Single((await shop.GetAsync($"expenses/{id}/changes")).Is(200)["items"]);
        Assert.Equal((1_200, 1_500, "Office", "Packaging"), ((long)change["before"]["amount"], (long)change["after"]["amount"], (string?)change["before"]["category"], (string?)change["after"]["category"]));
        (await shop.PostAsync($"expenses/changes/{(Guid)change["id"]}/undo")).Is(204);
        var back = (await shop.GetAsync($"expenses/{id}")).Is(200);
        Assert.Equal(("2026-03-01", "Office", 1_200), ((string?)back["day"], (string?)back["category"], (long)back["amount"]));
        (await shop.PutAsync($"expenses/{id}", new { day = "2026-03-01", category = "Office", amount = 9 })).Is(200);
        Assert.Contains("changed again since", (await shop.PostAsync($"expenses/changes/{(Guid)change["id"]}/undo")).Refuses(409), StringComparison.Ordinal);
        (await shop.PostAsync($"expenses/changes/{Guid.CreateVersion7()}/undo")).Refuses(404);
    }

    [Fact]
    public async Task Taken_away_it_is_in_no_list_and_no_sum_and_can_be_brought_back()
    {
        var shop = await app.OpenShopAsync();
        var id = await SpendAsync(shop, "2026-03-01", "Office", 1_200);
        for (var i = 0; i < 2; i++) (await shop.DeleteAsync($"expenses/{id}")).Is(204);
        Assert.Empty((await shop.GetAsync("expenses")).Is(200)["items"]);
        Assert.Equal(0, (long)(await shop.GetAsync("expenses/summary")).Is(200)["sums"]["amount"]);
        (await shop.GetAsync($"expenses/{id}")).Refuses(404);
        (await shop.PutAsync($"expenses/{id}", new { category = "Office", amount = 5 })).Refuses(404);
        (await shop.PostAsync($"expenses/{id}/restore")).Is(204);
        Assert.Equal(1_200, (long)(await shop.GetAsync($"expenses/{id}")).Is(200)["amount"]);
    }

    [Fact]
    public async Task The_page_adds_changes_and_takes_away_and_each_can_be_undone()
    {
        var shop = await app.OpenShopAsync();
        var refused = await shop.PostFormAsync("expenses", "expenses", ("_handler", "expense"), ("Spent.Day", "2026-03-01"), ("Spent.Amount", "much"), ("Spent.Category", "Office"));
        Assert.Contains("“much” is not an amount", refused.Text, StringComparison.Ordinal);
        var token = Guid.CreateVersion7().ToString();
        (string, string)[] form = [("_handler", "expense"), ("Spent.Token", token), ("Spent.Day", $"{app.Time.GetUtcNow():yyyy}-03-01"), ("Spent.Amount", "12.50"), ("Spent.Category", "office"), ("Spent.Payee", "Paper & Co")];
        var added = await shop.PostFormAsync("expenses", "expenses", form);
        Assert.Contains("£12.50 for Office added", added.Text, StringComparison.Ordinal);
        await shop.PostFormAsync("expenses", "expenses", form);
        var id = (Guid)Assert.Single((await shop.GetAsync("expenses")).Is(200)["items"])["id"];

        var saved = await shop.PostFormAsync($"expenses/{id}", $"expenses/{id}", ("_handler", "expense"), ("Spent.Version", "1"), ("Spent.Day", "2026-03-01"), ("Spent.Amount", "13"), ("Spent.Category", "Office"));
        Assert.Contains("amount: £12.50 → £13.00", saved.Text, StringComparison.Ordinal);
        Assert.Contains("as it was before", (await shop.PostFormAsync($"expenses/{id}", saved.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(1_250, (long)(await shop.GetAsync($"expenses/{id}")).Is(200)["amount"]);

        var gone = await shop.PostFormAsync($"expenses/{id}", $"expenses/{id}/remove");
        Assert.Contains("Nothing spent in these days", gone.Text, StringComparison.Ordinal);
        Assert.Contains("Paper & Co", (await shop.PostFormAsync("expenses", gone.Undo!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_as_CSV_says_what_the_address_asks_for()
    {
        var shop = await app.OpenShopAsync();
        await SpendAsync(shop, "2026-03-01", "Office", 1_250, "=Paper", tax: 208, number: "7");
        await SpendAsync(shop, "2025-03-01", "Travel", 900);
        Assert.Equal("date,payee,category,amount,tax,number,note\r\n2026-03-01,'=Paper,Office,12.50,2.08,7,\r\n2025-03-01,,Travel,9.00,,,\r\n", (await shop.GetAsync("expenses.csv")).Text.TrimStart('\uFEFF'));
        Assert.Equal(2, (await shop.GetAsync("expenses.csv?from=2025-01-01&to=2025-12-31")).Text.TrimEnd().Split('\n').Length);
    }

    private static async Task<Guid> SpendAsync(TestShop shop, string day, string category, long amount, string? payee = null, long tax = 0, string? number = null, string? note = null) =>
        (Guid)(await shop.PostAsync("expenses", new { day, category, amount, payee, tax, number, note })).Is(201)["id"];
}
