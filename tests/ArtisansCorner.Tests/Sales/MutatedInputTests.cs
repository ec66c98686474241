using System.Text.Json.Nodes;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Whatever is sent, the answer is never a failure of ours, and what is refused changes nothing.</summary>
public abstract class MutatedInputTests(App app)
{
    private const string Sale =
        """
        { "channel": "Etsy", "soldAt": "2026-03-14T15:09:26Z", "currency": "GBP",
          "customer": { "email": "ada@example.org", "name": "Ada", "country": "GB", "externalId": "b1" },
          "lines": [{ "sku": "MUG", "quantity": 2, "unitPrice": 1000, "discount": 10 }, { "title": "Wrap", "quantity": 1, "unitPrice": 250 }],
          "orderDiscount": 100, "shipping": 495, "shippingDiscount": 5, "tax": 33, "marketplaceTax": 7, "fees": [{ "type": "Fee", "amount": 41 }], "note": "n", "exchangeRate": "1", "paidBy": "card" }
        """;

    private const string Product = """{ "name": "Bowl", "variants": [{ "sku": "BOWL", "title": "Blue", "price": 1000, "threshold": 3, "barcode": "5012345678900" }] }""";
    private const string Movement = """{ "sku": "MUG", "quantity": 2, "reason": "made", "unitCost": 300, "at": "2026-03-14T15:09:26Z" }""";
    private const string Refund = """{ "refundedAt": "2026-03-15T15:09:26Z", "lines": [{ "lineId": "LINE", "quantity": 1, "amount": 10 }], "shipping": 1, "tax": 1, "restock": true }""";

    /// <summary>What people, programs and attackers put where something else belongs.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "{}", "[]", "[null]", "[[]]", "0", "-1", "1.5", "1e400", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "100000000001",
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uFFFE\\uFEFF\"", "\"🏺\"", "\"NaN\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2026-02-30\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"'; DROP TABLE x; --\"", "\"<script>\"", "\"=1+1\"", $"\"{new string('a', 5000)}\"", "\"\\u200F\\u202E\"", "{\"$ref\": \"#\"}",
    ];

    private static readonly Gen<(int, int, int)> Changes = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, Odd.Length - 1], Gen.Int[0, 20]);

    public sealed class OnSqlite(AppOnSqlite app) : MutatedInputTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MutatedInputTests(app);

    [Fact]
    public async Task A_sale_is_recorded_whole_or_refused_whole()
    {
        var shop = await ShopAsync();
        var recorded = await TryAllAsync(Sale, body => shop.PostAsync("sales", body));
        var sales = await CountAsync(shop, "sales");
        Assert.Equal(recorded, sales);
    }

    [Fact]
    public async Task A_product_is_made_whole_or_refused_whole()
    {
        var shop = await ShopAsync();
        var made = await TryAllAsync(Product, body => shop.PostAsync("products", body));
        Assert.Equal(made + 1, await CountAsync(shop, "products"));
    }

    [Fact]
    public async Task A_movement_is_written_whole_or_refused_whole()
    {
        var shop = await ShopAsync();
        await TryAllAsync(Movement, body => shop.PostAsync("stock/movements", body));
    }

    [Fact]
    public async Task A_refund_is_written_whole_or_refused_whole()
    {
        var shop = await ShopAsync();
        var sale = (await shop.PostAsync("sales", Sale)).Is(201);
        var template = Refund.Replace("LINE", (string?)sale["lines"][0]["id"], StringComparison.Ordinal);
        var refunded = await TryAllAsync(template, body => shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", body));
        Assert.Equal(refunded, (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["refunds"].Count);
    }

    [Fact]
    public async Task Registering_and_signing_in_take_anything()
    {
        var nobody = await app.NobodyAsync();
        await TryAllAsync(
            """{ "email": "EMAIL", "password": "a kiln full of blue bowls", "shopName": "Clay", "country": "GB", "currency": "GBP", "timeZone": "Europe/London" }""",
            body => nobody.PostAsync("auth/register", body.Replace("EMAIL", $"{Guid.CreateVersion7():N}@clay.example", StringComparison.Ordinal)));
        await TryAllAsync("""{ "email": "a@b.example", "password": "a kiln full of blue bowls" }""", body => nobody.PostAsync("auth/login", body));
        await TryAllAsync("""{ "email": "a@b.example", "password": "a kiln full of blue bowls", "name": "x", "readOnly": true }""", body => nobody.PostAsync("auth/token", body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"sale\"")]
    [InlineData("{")]
    [InlineData("{\"channel\":\"Etsy\"")]
    [InlineData("\0\0\0")]
    [InlineData("<xml/>")]
    public async Task What_is_no_sale_at_all_is_refused_with_a_sentence(string body)
    {
        var shop = await ShopAsync();
        var answer = await shop.PostAsync("sales", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status));
    }

    [Fact]
    public async Task No_body_at_all_is_said_to_be_missing()
    {
        var shop = await ShopAsync();
        foreach (var path in (string[])["sales", "sales/batch", "products", "stock/movements", "webhooks"])
            Assert.Contains("missing: a body of JSON", (await shop.PostAsync(path)).Refuses(400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kind_of_content_is_refused_as_such()
    {
        var shop = await ShopAsync();
        using var form = new FormUrlEncodedContent([new("channel", "Etsy")]);
        (await shop.PostAsync("sales", form)).Refuses(415);
    }

    [Fact]
    public async Task Deeply_nested_JSON_is_refused()
    {
        var shop = await ShopAsync();
        var answer = await shop.PostAsync("sales", string.Concat(Enumerable.Repeat("{\"lines\":[", 5000)));
        Assert.InRange(answer.Status, 400, 422);
    }

    /// <summary>Replaces, removes or repeats one place of the template at a time; tells how many were accepted as new.</summary>
    private static async Task<int> TryAllAsync(string template, Func<string, Task<Answer>> send)
    {
        var accepted = 0;
        await Changes.SampleAsync(
            async change =>
            {
                var answer = await send(Changed(template, change));
                Assert.True(answer.Status is (>= 200 and < 300) or (>= 400 and < 500), $"{answer.Status} for {Changed(template, change)}");
                if (answer.Status >= 400) Assert.NotEmpty(answer.Refuses(answer.Status));
                if (answer.Status == 201) Interlocked.Increment(ref accepted);
            },
            iter: 150, threads: 1);
        return accepted;
    }

    private static string Changed(string template, (int Place, int Odd, int How) change)
    {
        var root = JsonNode.Parse(template)!;
        var places = PlacesIn(root).ToList();
        var (parent, key) = places[change.Place % places.Count];
        // A marker first: some of the odd values are no JSON that a parser of ours would take.
        var value = change.How == 0 ? "REMOVED" : "MARKER";
        if (parent is JsonArray list) list[(int)key] = value;
        else parent.AsObject()[(string)key] = value;
        return root.ToJsonString().Replace("\"MARKER\"", Odd[change.Odd], StringComparison.Ordinal).Replace("\"REMOVED\"", "null", StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> PlacesIn(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => PlacesIn(field.Value!).Prepend((node, field.Key))),
        JsonArray items => items.SelectMany((item, index) => PlacesIn(item!).Prepend((node, (object)index))),
        _ => [],
    };

    private static async Task<int> CountAsync(TestShop shop, string list)
    {
        var count = 0;
        for (string? next = ""; next is not null;)
        {
            var page = (await shop.GetAsync($"{list}?limit=200{next}")).Is(200);
            count += page["items"].Count;
            next = page["next"].IsNull ? null : "&cursor=" + (string?)page["next"];
        }

        return count;
    }

    private async Task<TestShop> ShopAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10, unitCost: 300);
        return shop;
    }
}
