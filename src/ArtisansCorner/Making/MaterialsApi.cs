using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Making;

/// <summary>Materials.</summary>
public static class MaterialsApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapMaterialsApi(this IEndpointRouteBuilder shop)
    {
        var materials = shop.MapGroup("/materials").WithTags("Making");
        materials.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listMaterials").WithSummary("What is used up to make things, with how much there is");
        materials.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createMaterial").WithSummary("Add a material; book it in with POST /stock/movements");
        materials.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getMaterial").WithSummary("One material; its ETag is needed to change it safely");
        materials.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeMaterial").WithSummary("Change a material; send If-Match to lose nobody's change");
        materials.MapDelete("/{id:guid}", RetireAsync).RequirePermission(Permission.ManageStock).WithName("retireMaterial").WithSummary("Use a material no more; what was made of it keeps it");
        materials.MapGet("/{id:guid}/changes", ChangesAsync).RequirePermission(Permission.View).WithName("materialChanges").WithSummary("What became of a material, the latest first");
        materials.MapPost("/changes/{changeId:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).WithName("undoMaterialChange").WithSummary("Make a material again what it was before a change");
        materials.MapPost("/{id:guid}/photos", AddPhotoAsync).RequirePermission(Permission.ManageStock).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(Photo.Largest + PhotosApi.Around)).WithName("addMaterialPhoto").WithSummary("Bring a photo of a material: JPEG, PNG or WebP");
    }

    private static async Task<Results<Ok<Paged<ProductChangeItem>>, ProblemHttpResult>> ChangesAsync(
        Guid id, MaterialQuery materials, ChangesQuery changes, CancellationToken cancel, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        await materials.FindAsync(id, cancel) is { } material ? TypedResults.Ok(await changes.OfAsync(material.ProductId, cursor, limit, cancel)) : MaterialRules.Unknown.ToResult();

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(Guid changeId, ChangeMaterial change, CancellationToken cancel)
    {
        var undone = await change.UndoAsync(changeId, cancel);
        return undone.Succeeded ? TypedResults.NoContent() : undone.Problems.ToResult();
    }

    private static async Task<Results<Created<MaterialItem>, ProblemHttpResult>> AddPhotoAsync(Guid id, IFormFile file, AddPhoto add, MaterialQuery materials, HttpContext http, CancellationToken cancel)
    {
        if (await materials.FindAsync(id, cancel) is not { } material) return MaterialRules.Unknown.ToResult();
        await using var content = file.OpenReadStream();
        var added = await add.RunAsync(material.ProductId, content, cancel);
        if (!added.Succeeded) return added.Problems.ToResult();
        var now = (await materials.FindAsync(id, cancel))!;
        EntityTag.Set(http, now.Version);
        return TypedResults.Created((string?)null, now);
    }

    private static async Task<Ok<Paged<MaterialItem>>> ListAsync(MaterialQuery materials, CancellationToken cancel, string? q = null, bool all = false) =>
        TypedResults.Ok(new Paged<MaterialItem>(await materials.ListAsync(q, all, cancel), null));

    private static async Task<Results<Created<MaterialItem>, ProblemHttpResult>> CreateAsync(NewMaterial input, CreateMaterial create, MaterialQuery materials, HttpContext http, CancellationToken cancel)
    {
        var made = await create.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var material = (await materials.FindAsync(made.Value, cancel))!;
        EntityTag.Set(http, material.Version);
        return TypedResults.Created($"{http.Request.Path}/{material.Id}", material);
    }

    private static async Task<Results<Ok<MaterialItem>, ProblemHttpResult>> FindAsync(Guid id, MaterialQuery materials, HttpContext http, CancellationToken cancel)
    {
        if (await materials.FindAsync(id, cancel) is not { } material) return MaterialRules.Unknown.ToResult();
        EntityTag.Set(http, material.Version);
        return TypedResults.Ok(material);
    }

    private static async Task<Results<Ok<MaterialItem>, ProblemHttpResult>> ChangeAsync(
        Guid id, NewMaterial input, ChangeMaterial change, MaterialQuery materials, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await change.RunAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, materials, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetireAsync(Guid id, ChangeMaterial change, CancellationToken cancel)
    {
        var done = await change.SwitchAsync(id, ProductStatus.Retired, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Problems.ToResult();
    }
}
