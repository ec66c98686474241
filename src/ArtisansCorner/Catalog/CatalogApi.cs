using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
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
    }

    private static async Task<Ok<Paged<ProductItem>>> ListAsync(
        ProductQueries products, CancellationToken cancel, string? q = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await products.ListAsync(q, cursor, limit, cancel));

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
        if (await products.FindAsync(id, cancel) is not { } product) return new Problem("unknown_product", "There is no such product.", Kind: ProblemKind.NotFound).ToResult();
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
}
