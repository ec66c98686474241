using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What currency the amounts of a file are in, and that none of another is taken for the shop's.</summary>
public abstract class CurrencySignsTests(App app)
{
    private const string Heading = "order,date,title,unit price";

    public sealed class OnSqlite(AppOnSqlite app) : CurrencySignsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CurrencySignsTests(app);

    [Fact]
    public async Task Amounts_in_another_currency_are_not_taken_for_the_shops()
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Mug,€10.00", "2,2026-01-05,Mug,€12.00"));
        Assert.Equal("failed", (string?)read["status"]);
        Assert.Contains("another currency", (string?)read["error"], StringComparison.Ordinal);
        // What amounts without a sign are in says nothing of those with one.
        var again = await ReadAgainAsync(shop, read, new { currency = "GBP" });
        Assert.Equal(("failed", "another currency than the shop's"), ((string?)again["status"], Assert.Single(again.Reasons())));
        // The signs were wrong, says the person.
        Assert.Equal(2200, (long)(await ReadAgainAsync(shop, read, new { currency = "GBP", signsAreWrong = true }))["gross"]);
    }

    [Theory]
    [InlineData("GBP", "€9.00")]
    [InlineData("GBP", "$9.00")]
    [InlineData("GBP", "9.00 kr")]
    [InlineData("GBP", "AED 9.00")]
    [InlineData("GBP", "9.00 INR")]
    [InlineData("GBP", "₦9.00")]
    [InlineData("USD", "$9.00 CAD")]
    [InlineData("NOK", "9.00 €")]
    public async Task One_amount_in_another_currency_stays_out_by_itself(string currency, string amount)
    {
        var (shop, sign) = (await app.OpenShopAsync(currency: currency), Currency.Of(currency).Sign);
        var read = await shop.ReadAsync(Files.Csv(Heading, $"1,2026-01-05,Mug,{sign} 10.00", $"2,2026-01-05,Mug,\"{amount}\"", "3,2026-01-05,Mug,5.00", $"4,2026-01-05,Mug,7.00 {currency}"));
        Assert.Equal(("ready", 2200), ((string?)read["status"], (long)read["gross"]));
        var (reason, row) = (Assert.Single(read["reasons"]), Assert.Single(read["rejectedRows"]));
        Assert.Equal(("another currency than the shop's", 3, "unit price"), ((string?)reason["reason"], (int)row["row"], (string?)row["column"]));
    }

    [Theory]
    [InlineData("USD", "$")]
    [InlineData("CAD", "$")]
    [InlineData("CLP", "$")]
    [InlineData("DKK", "kr.")]
    [InlineData("CNY", "¥")]
    [InlineData("INR", "Rs.")]
    [InlineData("CHF", "Fr.")]
    [InlineData("JPY", "円")]
    [InlineData("CAD", "CAD $")]
    [InlineData("USD", "US $")]
    [InlineData("GBP", "Â£")]
    public async Task A_sign_that_may_be_the_shops_is(string currency, string sign)
    {
        var shop = await app.OpenShopAsync(currency: currency);
        var read = await shop.ReadAsync(Files.Csv(Heading, $"1,2026-01-05,Mug,{sign} 10", $"2,2026-01-05,Mug,12 {sign}"));
        Assert.Equal(22 * Currency.Of(currency).MinorPerMajor, (long)read["gross"]);
    }

    [Fact]
    public async Task What_amounts_without_a_sign_are_in_the_heading_says_or_most_signs_or_a_person()
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        foreach (var file in new[]
        {
            Files.Csv(Heading.Replace("unit price", "Unit price (€)", StringComparison.Ordinal), "1,2026-01-05,Mug,10.00", "2,2026-01-05,Mug,£12.00"),
            Files.Csv(Heading, "1,2026-01-05,Mug,10.00", "2,2026-01-05,Mug,£12.00", "3,2026-01-05,Mug,€9.00", "4,2026-01-05,Mug,€9.00"),
        })
        {
            var read = await shop.ReadAsync(file);
            Assert.Equal(("EUR", 1200), ((string?)read["parts"][0]["currency"], (long)read["gross"]));
            Assert.Equal(["another currency than the shop's"], read.Reasons());
            Assert.Equal(2200, (long)(await ReadAgainAsync(shop, read, new { currency = "GBP" }))["gross"]);
        }
    }

    [Theory]
    [InlineData("50p")]
    [InlineData("50¢")]
    [InlineData("9.00 each")]
    [InlineData("9.00 Dr")]
    [InlineData("x 9.00")]
    public async Task Money_with_a_word_beside_it_is_no_amount(string amount)
    {
        var read = await (await app.OpenShopAsync(currency: "GBP")).ReadAsync(Files.Csv(Heading, "1,2026-01-05,Mug,10.00", $"2,2026-01-05,Mug,{amount}"));
        Assert.Equal(1000, (long)read["gross"]);
        Assert.Equal(["not an amount"], read.Reasons());
    }

    [Theory]
    [InlineData("€10.00", "EUR")]
    [InlineData("1.234,56 €", "EUR")]
    [InlineData("-CA$60.00", "CAD")]
    [InlineData("(£3.00)", "GBP")]
    [InlineData("10.00 usd", "USD")]
    [InlineData("$10.00", "USD")]
    [InlineData("$10.00", "AUD", "AUD")]
    [InlineData("$10.00 CAD", "CAD", "AUD")]
    [InlineData("US $9", "USD", "AUD")]
    [InlineData("J$9", "J$", "USD")]
    [InlineData("12,–\u2009kr", "NOK", "NOK")]
    [InlineData("9.00 aed", "AED")]
    [InlineData("₦9.00", "₦")]
    [InlineData("10.00", null)]
    [InlineData("12 mugs", null)]
    public void The_sign_of_an_amount_tells_its_currency(string text, string? code, string home = "GBP") => Assert.Equal(code, AmountText.CurrencyIn(text, Currency.Of(home)));

    private static async Task<Json> ReadAgainAsync(TestShop shop, Json read, object how)
    {
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", how)).Is(202);
        return await shop.UntilAsync((Guid)read["id"], "ready", "failed");
    }
}
