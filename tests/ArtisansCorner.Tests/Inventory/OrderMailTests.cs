using ArtisansCorner.Tests.Harness;
using MimeKit;
using UglyToad.PdfPig;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Orders that are e-mailed to the supplier.</summary>
public abstract class OrderMailTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : OrderMailTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OrderMailTests(app);

    [Fact]
    public async Task An_order_is_mailed_to_its_supplier_once_and_says_what_is_wanted()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var (shop, order) = await OrderAsync(mine, "clay@example.com");
        for (var i = 0; i < 2; i++) (await shop.PostAsync($"purchases/{order}/emails", new { }, key: "once")).Is(202);
        var message = Assert.Single(await mail.GotAsync(1));
        Assert.Equal(("clay@example.com", $"Order 1 from {"Clay & Thyme"}"), (message.To.ToString(), message.Subject));
        foreach (var words in (string[])["Wanted by: 1 Dec 2026", "Your number: K-77", "Clay <white> (CLAY)", "£12.00", "Freight: £4.00", "Total: £16.00", "Ring twice"]) Assert.Contains(words, message.TextBody!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Clay &lt;white&gt;", message.HtmlBody!, StringComparison.Ordinal);
        var file = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        Assert.Equal(($"{shop.Slug} order 1.pdf", "application/pdf"), (file.FileName, file.ContentType.MimeType));
        var printed = PrintedIn(file);
        foreach (var words in (string[])["Purchase order 1", "To: Clay & Co", "CLAY", "£16.00", "Ring twice"]) Assert.Contains(words, printed, StringComparison.Ordinal);
        await Eventually.PassesAsync(async () => Assert.Equal("sent", (string?)Assert.Single((await shop.GetAsync($"purchases/{order}/emails")).Is(200)["items"])["state"]));

        // To another address from the page.
        var sent = await shop.PostFormAsync($"inventory/purchases/{order}", $"inventory/purchases/{order}", ("_handler", "send"), ("Token", $"{Guid.CreateVersion7()}"), ("Email", "other@example.com"));
        Assert.Contains("other@example.com", sent.Text, StringComparison.Ordinal);
        Assert.Equal("other@example.com", (await mail.GotAsync(2))[1].To.ToString());
        var wrong = await shop.PostFormAsync($"inventory/purchases/{order}", $"inventory/purchases/{order}", ("_handler", "send"), ("Token", $"{Guid.CreateVersion7()}"), ("Email", "nobody"));
        Assert.Contains("does not look like an e-mail address", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_sent_says_why()
    {
        var (quiet, unsent) = await OrderAsync(app, "clay@example.com");
        Assert.Contains("No mail server", (await quiet.PostAsync($"purchases/{unsent}/emails", new { })).Refuses(409), StringComparison.Ordinal);
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var (shop, order) = await OrderAsync(mine, null);
        (await shop.PostAsync($"purchases/{order}/emails", new { })).Refuses(422, "email");
        (await shop.PostAsync($"purchases/{Guid.CreateVersion7()}/emails", new { })).Refuses(404);
        Assert.Equal(204, (await shop.PostAsync($"purchases/{order}/cancel")).Status);
        (await shop.PostAsync($"purchases/{order}/emails", new { email = "clay@example.com" })).Refuses(409);
        Assert.Empty(mail.All);
    }

    private static string PrintedIn(MimePart file)
    {
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        using var pdf = PdfDocument.Open(content.ToArray());
        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    private static async Task<(TestShop Shop, Guid Order)> OrderAsync(App host, string? email)
    {
        var shop = await host.OpenShopAsync();
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay <white>", sku = "CLAY", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        var supplier = (Guid)(await shop.PostAsync("suppliers", new { name = "Clay & Co", email })).Is(201)["id"];
        var order = (await shop.PostAsync("purchases", new
        {
            supplierId = supplier,
            orderedOn = "2026-11-20",
            expectedOn = "2026-12-01",
            reference = "K-77",
            freight = 400,
            note = "Ring twice",
            lines = new[] { new { materialId = clay, quantity = 5, unit = "kg", cost = 1200 } },
        })).Is(201);
        return (shop, (Guid)order["id"]);
    }
}
