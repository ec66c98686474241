using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>What forms say of when one wants to hear of an item.</summary>
internal static class WatchPages
{
    /// <summary>Muting, and the levels of places.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/{shop}/inventory/alerts/of/{variantId:guid}/{step:regex(^(mute|unmute)$)}", MuteAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/watch", SaveAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
    }

    // The forms are asked for so that their antiforgery tokens are checked.
    private static async Task<RedirectHttpResult> MuteAsync(string shop, Guid variantId, string step, IFormCollection form, WatchItem watch, MeasuredItems items, Flash flash, CancellationToken cancel)
    {
        var mutes = step == "mute";
        var done = await watch.MuteAsync(variantId, mutes, cancel);
        if (!done.Succeeded)
        {
            flash.Say(done.Problems[0].Message);
            return TypedResults.LocalRedirect($"/{shop}/inventory/alerts");
        }

        var item = (await items.OfAsync([variantId], cancel))[variantId];
        flash.Say(mutes ? $"{item.Name} is muted" : $"You hear of {item.Name} again", $"/{shop}/inventory/alerts/of/{variantId}/{(mutes ? "unmute" : "mute")}");
        return TypedResults.LocalRedirect(item.Unit is null ? $"/{shop}/inventory/{item.ProductId}" : $"/{shop}/making/materials/{variantId}");
    }

    private static async Task<RedirectHttpResult> SaveAsync(
        string shop, Guid productId, IFormCollection form, LocationQuery places, ProductQueries products, WatchItem watch, UndoSteps undo, CurrentShop current, Flash flash, CancellationToken cancel)
    {
        var product = await products.FindAsync(productId, cancel);
        var (reader, were, wanted) = (new FormReader(current.Facts.Currency), new List<PlaceThreshold>(), new List<PlaceThreshold>());
        foreach (var lies in product is null ? [] : await places.OfAsync(StockOf.Product(productId), cancel))
        {
            if (!form.TryGetValue($"low-{lies.VariantId}-{lies.LocationId}", out var typed)) continue;
            var threshold = reader.Count(typed, "Threshold");
            if (threshold == lies.Threshold) continue;
            were.Add(new PlaceThreshold(lies.VariantId, lies.LocationId, (long?)lies.Threshold));
            wanted.Add(new PlaceThreshold(lies.VariantId, lies.LocationId, threshold));
        }

        var refused = reader.Problems is [var unreadable, ..] ? unreadable : null;
        if (refused is null && wanted.Count > 0) refused = await watch.SetThresholdsAsync(wanted, cancel) is { Problems: [var wrong, ..] } ? wrong : null;
        if (refused is not null) flash.Say(refused.Message);
        else if (wanted.Count == 0) flash.Say("They were like that already");
        else flash.Say("Levels saved", await undo.KeepAsync(new ThresholdsBefore(were, wanted), $"inventory/{productId}", cancel));
        return TypedResults.LocalRedirect($"/{shop}/inventory/{productId}");
    }
}
