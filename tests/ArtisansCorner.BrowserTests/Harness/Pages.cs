using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>Every page there is, as the router knows them: a new page is walked without being added anywhere.</summary>
public static partial class Pages
{
    /// <summary>Pages that only exist while developing, or that stand for an error.</summary>
    private static readonly string[] LeftOut = ["/ui", "/error", "/not-found"];

    /// <summary>The addresses of all pages, filled with what a shop has: its first sale, product, recipe and import.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(App site, TestShop shop)
    {
        var patterns = (await site.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/'))
            .Where(pattern => !LeftOut.Contains(pattern)).Distinct().Order(StringComparer.Ordinal);
        List<string> pages = [];
        foreach (var pattern in patterns)
        {
            var page = Placeholder().Replace(pattern, match => match.Groups["name"].Value.Equals("Shop", StringComparison.OrdinalIgnoreCase) ? shop.Slug : match.Value);
            if (Placeholder().IsMatch(page)) page = Placeholder().Replace(page, (await FirstAsync(shop, ListOf(pattern))).ToString());
            pages.Add(page);
        }

        return pages;
    }

    private static async Task<Guid> FirstAsync(TestShop shop, string list)
    {
        if (list == "imports")
        {
            using var file = new MultipartFormDataContent { { new StringContent("no,sales\n1,2\n"), "file", "nothing.csv" } };
            return (Guid)(await shop.PostAsync(list, file)).Is(202)["id"];
        }

        if (list == "webhooks" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0)
            (await shop.PostAsync(list, new { url = "https://example.com/hook", events = new[] { "sale.recorded" } })).Is(201);
        if (list is "purchases" or "suppliers" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0) await BuyAsync(shop);
        if (list == "stocktakes") await shop.PostAsync(list, new { }, key: "stocktake");
        if (list == "stock/reservations" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0)
            (await shop.PostAsync(list, new { variantId = (Guid)(await shop.GetAsync("stock")).Is(200)["items"][0]["variantId"], quantity = 1, reason = "Anna’s wedding", wantedOn = "2027-05-01" }, key: "set-aside")).Is(201);
        if (list == "expenses" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0)
            (await shop.PostAsync(list, new { day = "2026-03-01", category = "Studio rent", amount = 32_000, payee = "Hill Farm Studios" }, key: "rent")).Is(201);
        if (list is "materials" or "recipes" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0) await MakeAsync(shop);
        return (Guid)(await shop.GetAsync(list)).Is(200)["items"][0]["id"];
    }

    // A material that was bought, a recipe and a batch; once, however many tests ask for them at the same moment.
    private static async Task MakeAsync(TestShop shop)
    {
        var variantId = (Guid)(await shop.GetAsync("stock")).Is(200)["items"][0]["variantId"];
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Stoneware clay", unit = "g", purchaseUnit = "kg", category = "Clay", threshold = 2000 }, key: "clay")).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 12.5, unit = "kg", reason = "received", cost = 1850 }, key: "clay-bought")).Is(201);
        var recipe = new { variantId, yield = 4, laborMinutes = 90, notes = "Dry slowly.", lines = new[] { new { materialId = clay, quantity = 1.8, unit = "kg" } } };
        var id = (Guid)(await shop.PostAsync("recipes", recipe, key: "clay-recipe")).Is(201)["id"];
        (await shop.PutAsync($"recipes/{id}", recipe)).Is(200);
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 3, wasted = 1, note = "One cracked" }, key: "clay-batch")).Is(201);
    }

    // An order of which some came; once, as above.
    private static async Task BuyAsync(TestShop shop)
    {
        var variantId = (Guid)(await shop.GetAsync("stock")).Is(200)["items"][0]["variantId"];
        var supplier = (Guid)(await shop.PostAsync("suppliers", new { name = "Kilnworks", leadDays = 9, notes = "Customer 4711" }, key: "kilnworks")).Is(201)["id"];
        var lines = new[] { new { variantId, quantity = 12, cost = 4800 } };
        var id = (Guid)(await shop.PostAsync("purchases", new { supplierId = supplier, lines, freight = 650, expectedOn = "2027-01-15", reference = "KW-77" }, key: "purchase")).Is(201)["id"];
        (await shop.PostAsync($"purchases/{id}/receipts", new { lines = new[] { new { variantId, quantity = 5 } } }, key: "arrival")).Is(201);
    }

    private static string ListOf(string pattern) =>
        pattern.Contains("/sales/", StringComparison.Ordinal) ? "sales"
        : pattern.Contains("/places/", StringComparison.Ordinal) ? "locations"
        : pattern.Contains("/purchases/", StringComparison.Ordinal) ? "purchases"
        : pattern.Contains("/suppliers/", StringComparison.Ordinal) ? "suppliers"
        : pattern.Contains("/counts/", StringComparison.Ordinal) ? "stocktakes"
        : pattern.Contains("/set-aside/", StringComparison.Ordinal) ? "stock/reservations"
        : pattern.Contains("/inventory/", StringComparison.Ordinal) || pattern.Contains("/products/", StringComparison.Ordinal) ? "products"
        : pattern.Contains("/making/materials/", StringComparison.Ordinal) ? "materials"
        : pattern.Contains("/making/", StringComparison.Ordinal) ? "recipes"
        : pattern.Contains("/import", StringComparison.Ordinal) ? "imports"
        : pattern.Contains("/webhooks/", StringComparison.Ordinal) ? "webhooks"
        : pattern.Contains("/expenses/", StringComparison.Ordinal) ? "expenses"
        : throw new InvalidOperationException($"Tell Harness/Pages.cs what stands in {pattern}.");

    [GeneratedRegex(@"\{\*?(?<name>\w+)(:\w+)?\??\}")]
    private static partial Regex Placeholder();
}
