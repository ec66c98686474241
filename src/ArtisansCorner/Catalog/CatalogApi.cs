using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Catalog;

/// <summary>Products and their variants.</summary>
public static class CatalogApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapCatalogApi(this IEndpointRouteBuilder shop)
    {
        var products = shop.MapGroup("/products").WithTags("Inventory");
        products.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listProducts").WithSummary("Products, latest first");
        products.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createProduct").WithSummary("Put a product into the catalog");
        products.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getProduct").WithSummary("One product; its ETag is needed to change it safely");
        products.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeProduct").WithSummary("Change a product; send If-Match to lose nobody's change");
        products.MapDelete("/{id:guid}", RetireAsync).RequirePermission(Permission.ManageStock).WithName("retireProduct").WithSummary("Retire a product: it is offered no more, and stays on its past sales");
        products.MapPost("/{id:guid}/restore", RestoreAsync).RequirePermission(Permission.ManageStock).WithName("restoreProduct").WithSummary("Offer a retired product again");
        products.MapGet("/{id:guid}/changes", ChangesAsync).RequirePermission(Permission.View).WithName("productChanges").WithSummary("What became of a product, the latest first");
        products.MapPost("/bulk", BulkAsync).RequirePermission(Permission.ManageStock).WithName("changeProducts").WithSummary("Change up to 500 products: all of them or none");
        products.MapPost("/bulk/{batchId:guid}/undo", UndoBulkAsync).RequirePermission(Permission.ManageStock).WithName("undoChangeOfProducts").WithSummary("Make them again what they were");
        products.MapPost("/changes/{changeId:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).WithName("undoProductChange").WithSummary("Make a product again what it was before a change");
    }

    private static async Task<Ok<Paged<ProductItem>>> ListAsync(
        ProductQueries products, CancellationToken cancel, string? q = null, bool retired = false, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await products.ListAsync(q, retired, cursor, limit, cancel));

    private static async Task<Results<Created<ProductItem>, ProblemHttpResult>> CreateAsync(
        NewProduct input, CreateProduct create, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        var made = await create.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var product = await products.FindAsync(made.Value, cancel);
        EntityTag.Set(http, product!.Version);
        return TypedResults.Created($"{http.Request.Path}/{made.Value}", product);
    }

    private static async Task<Results<Ok<ProductItem>, ProblemHttpResult>> FindAsync(Guid id, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        if (await products.FindAsync(id, cancel) is not { } product) return ProductRules.Unknown.ToResult();
        EntityTag.Set(http, product.Version);
        return TypedResults.Ok(product);
    }

    private static async Task<Results<Ok<ProductItem>, ProblemHttpResult>> ChangeAsync(
        Guid id, NewProduct input, ChangeProduct change, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await change.RunAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, products, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetireAsync(Guid id, ChangeProduct change, CancellationToken cancel)
    {
        var retired = await change.SwitchAsync(id, ProductStatus.Retired, cancel);
        return retired.Succeeded ? TypedResults.NoContent() : retired.Problems.ToResult();
    }

    private static async Task<Results<Ok<ProductItem>, ProblemHttpResult>> RestoreAsync(Guid id, ChangeProduct change, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        if (await products.FindAsync(id, cancel) is not { Status: ProductStatus.Retired }) return await FindAsync(id, products, http, cancel);
        var restored = await change.SwitchAsync(id, ProductStatus.Active, cancel);
        return restored.Succeeded ? await FindAsync(id, products, http, cancel) : restored.Problems.ToResult();
    }

    private static async Task<Results<Ok<Paged<ProductChangeItem>>, ProblemHttpResult>> ChangesAsync(
        Guid id, ChangesQuery changes, ProductQueries products, CancellationToken cancel, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        await products.FindAsync(id, cancel) is null ? ProductRules.Unknown.ToResult() : TypedResults.Ok(await changes.OfAsync(id, cursor, limit, cancel));

    private static async Task<Results<Ok<ProductsChanged>, ProblemHttpResult>> BulkAsync(ProductsChange input, ChangeProducts change, CancellationToken cancel)
    {
        var changed = await change.RunAsync(input, cancel);
        return changed.Succeeded ? TypedResults.Ok(changed.Value) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoBulkAsync(Guid batchId, UndoChange undo, CancellationToken cancel)
    {
        var undone = await undo.RunBatchAsync(batchId, cancel);
        return undone.Succeeded ? TypedResults.NoContent() : undone.Problems.ToResult();
    }

    private static async Task<Results<Ok<ProductItem>, ProblemHttpResult>> UndoAsync(Guid changeId, UndoChange undo, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(changeId, cancel);
        return undone.Succeeded ? await FindAsync(undone.Value, products, http, cancel) : undone.Problems.ToResult();
    }
}
