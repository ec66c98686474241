using System.IO.Compression;
using System.Text.RegularExpressions;
using ArtisansCorner.BrowserTests.Harness;
using ArtisansCorner.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>A seller's file goes in, and a dashboard comes out.</summary>
public sealed partial class ImportStories(Browser browser)
{
    // A busy build server reads half a million rows in its own time.
    private const float Patience = 240_000;

    [Fact]
    public Task A_real_sellers_year_goes_in_through_the_page() => browser.VisitAsync(Device.Desk, async visit =>
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.csv");
        await using (var packed = new GZipStream(File.OpenRead(Shared.Need("data", "online_retail.csv.gz")), CompressionMode.Decompress))
        await using (var unpacked = File.Create(file))
            await packed.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        try
        {
            var shop = await visit.OpenShopAsync();
            await visit.GoAsync($"/{shop.Slug}/import");
            // Choosing it is enough.
            await visit.Page.SetInputFilesAsync("input[type=file]", file);
            await ApplyAsync(visit.Page);
            await Expect(visit.Page.Locator("#import")).ToContainTextAsync("no price");

            // The figures of online_retail_expected.json.
            await visit.GoAsync($"/{shop.Slug}?from=2010-12-01&to=2011-12-31&compare=none&by=month");
            await Expect(Figure(visit.Page, "Net sales")).ToContainTextAsync("£9,769,872.05");
            await Expect(Figure(visit.Page, "Orders")).ToContainTextAsync("19,960");
        }
        finally
        {
            File.Delete(file);
        }
    });

    [Fact]
    public Task The_template_goes_in_without_scripts() => browser.VisitAsync(Device.Phone, scripts: false, story: async visit =>
    {
        var shop = await visit.OpenShopAsync();
        await visit.GoAsync($"/{shop.Slug}/import");
        var template = await visit.Context.APIRequest.GetAsync($"/{shop.Slug}/import/template.csv");
        await visit.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "template.csv", MimeType = "text/csv", Buffer = await template.BodyAsync() });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read this file" }).ClickAsync();
        await ApplyAsync(visit.Page);
        await visit.GoAsync($"/{shop.Slug}?from=2026-03-01&to=2026-03-31");
        // Two mugs and a bowl less 2 and 5 pounds, a mug, and the bowl given back.
        await Expect(Figure(visit.Page, "Net sales")).ToContainTextAsync("£67");
    });

    private static async Task ApplyAsync(IPage page)
    {
        var add = page.GetByRole(AriaRole.Button, new() { NameRegex = Add() });
        await Expect(add).ToBeVisibleAsync(new() { Timeout = Patience });
        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See your figures" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static ILocator Figure(IPage page, string name) => page.Locator(".figure", new() { HasText = name }).Locator(".value").First;

    [GeneratedRegex("^Add ")]
    private static partial Regex Add();
}
