using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Making;

/// <summary>What is done or undone by a form alone, and the way from a product to its recipe.</summary>
public static class MakingPages
{
    /// <summary>Putting recipes and materials away or taking them out, taking batches and movements back.</summary>
    public static void MapMakingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/making/of/{variantId:guid}", OfAsync).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapPost("/{shop}/making/{id:guid}/{step:regex(^(put-away|take-out)$)}", SwitchRecipeAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/{step:regex(^(retire|restore)$)}", SwitchMaterialAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/moves/{moveId:guid}/undo", UndoMoveAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/changes/{changeId:guid}/undo", UndoChangeAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/photos", AddPhotoAsync).RequirePermission(Permission.ManageStock).WithMetadata(new RequestSizeLimitAttribute(PhotoForms.Largest)).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/photos/{photoId:guid}/{step}", ArrangePhotoAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/making/materials/{id:guid}/movements/{movementId:guid}/undo", UndoMovementAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        MakingLists.MapPages(app);
        app.MapPost("/{shop}/making/batches/{id:guid}/undo", TakeBackAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> OfAsync(string shop, Guid variantId, RecipeQuery recipes, CancellationToken cancel) =>
        TypedResults.LocalRedirect(await recipes.OfAsync(variantId, cancel) is { } id ? $"/{shop}/making/{id}" : $"/{shop}/making/new?makes={variantId}");

    // The forms are asked for so that their antiforgery tokens are checked.
    private static async Task<RedirectHttpResult> SwitchRecipeAsync(string shop, Guid id, string step, IFormCollection form, SaveRecipe save, Flash flash, CancellationToken cancel)
    {
        var isInUse = step == "take-out";
        var switched = await save.SwitchAsync(id, isInUse, cancel);
        if (switched.Succeeded) flash.Say(isInUse ? "In use again" : "Put away", $"/{shop}/making/{id}/{(isInUse ? "put-away" : "take-out")}");
        else flash.Say(switched.Problems[0].Message);
        return TypedResults.LocalRedirect(isInUse && switched.Succeeded ? $"/{shop}/making/{id}" : $"/{shop}/making");
    }

    private static async Task<RedirectHttpResult> SwitchMaterialAsync(string shop, Guid id, string step, IFormCollection form, ChangeMaterial change, Flash flash, CancellationToken cancel)
    {
        var retires = step == "retire";
        var path = $"/{shop}/making/materials";
        var switched = await change.SwitchAsync(id, retires ? ProductStatus.Retired : ProductStatus.Active, cancel);
        if (switched.Succeeded) flash.Say(retires ? "Retired: recipes offer it no more" : "In use again", $"{path}/{id}/{(retires ? "restore" : "retire")}");
        else flash.Say(switched.Problems[0].Message);
        return TypedResults.LocalRedirect(path);
    }

    private static async Task<RedirectHttpResult> UndoMovementAsync(string shop, Guid id, Guid movementId, IFormCollection form, UndoMovement undo, Flash flash, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(movementId, cancel);
        flash.Say(undone.Succeeded ? "Taken back" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/making/materials/{id}");
    }

    private static async Task<RedirectHttpResult> UndoMoveAsync(string shop, Guid id, Guid moveId, IFormCollection form, UndoMove undo, Flash flash, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(moveId, cancel);
        flash.Say(undone.Succeeded ? "Carried back" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/making/materials/{id}");
    }

    private static async Task<RedirectHttpResult> UndoChangeAsync(string shop, Guid id, Guid changeId, IFormCollection form, ChangeMaterial change, Flash flash, CancellationToken cancel)
    {
        var undone = await change.UndoAsync(changeId, cancel);
        flash.Say(undone.Succeeded ? "As it was before" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/making/materials/{id}");
    }

    private static async Task<RedirectHttpResult> AddPhotoAsync(string shop, Guid id, IFormFileCollection files, MaterialQuery materials, AddPhoto add, UndoSteps undo, Flash flash, CancellationToken cancel) =>
        await PhotoForms.AddAsync(shop, $"making/materials/{id}", (await materials.FindAsync(id, cancel))?.ProductId ?? Guid.Empty, files, add, undo, flash, cancel);

    private static Task<RedirectHttpResult> ArrangePhotoAsync(string shop, Guid id, Guid photoId, string step, IFormCollection form, ArrangePhotos arrange, UndoSteps undo, Flash flash, CancellationToken cancel) =>
        PhotoForms.ArrangeAsync(shop, $"making/materials/{id}", photoId, step, arrange, undo, flash, cancel);

    private static async Task<RedirectHttpResult> TakeBackAsync(string shop, Guid id, IFormCollection form, TakeBatchBack takeBack, BatchQuery batches, Flash flash, CancellationToken cancel)
    {
        var taken = await takeBack.RunAsync(id, cancel);
        flash.Say(taken.Succeeded ? "Taken back: what it used is there again" : taken.Problems[0].Message);
        var batch = await batches.FindAsync(id, cancel);
        return TypedResults.LocalRedirect(batch is not null && form["back"].ToString() == $"/{shop}/making/{batch.RecipeId}" ? $"/{shop}/making/{batch.RecipeId}" : $"/{shop}/making/batches");
    }
}
