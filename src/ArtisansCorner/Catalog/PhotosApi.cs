using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Catalog;

/// <summary>Photos of products.</summary>
public static class PhotosApi
{
    /// <summary>Room for what stands around the file in a request.</summary>
    public const long Around = 1024 * 1024;

    // A photo's files never change: another picture is another photo.
    private const string Lasting = "private, max-age=31536000, immutable";

    /// <summary>Routes under a shop.</summary>
    public static void MapPhotosApi(this IEndpointRouteBuilder shop)
    {
        shop.MapPost("/products/{id:guid}/photos", AddAsync).RequirePermission(Permission.ManageStock).DisableAntiforgery().WithTags("Inventory")
            .WithMetadata(new RequestSizeLimitAttribute(Photo.Largest + Around)).WithName("addPhoto").WithSummary("Bring a photo of a product: JPEG, PNG or WebP");
        var photos = shop.MapGroup("/photos/{id:guid}").WithTags("Inventory");
        photos.MapGet("/{size}", ShowAsync).RequirePermission(Permission.View).WithName("getPhoto").WithSummary("A photo as WebP, small or large");
        photos.MapPost("/first", FirstAsync).RequirePermission(Permission.ManageStock).WithName("putPhotoFirst").WithSummary("Show this photo before the others of its product");
        photos.MapDelete("", RemoveAsync).RequirePermission(Permission.ManageStock).WithName("removePhoto").WithSummary("Take a photo off its product");
        photos.MapPost("/restore", RestoreAsync).RequirePermission(Permission.ManageStock).WithName("restorePhoto").WithSummary("Put a photo back that was taken off within thirty days");
    }

    /// <summary>Answers with a photo's file in a size.</summary>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ShowAsync(Guid id, EnumWord<PhotoSize> size, PhotoQuery photos, HttpContext http, CancellationToken cancel)
    {
        if (await photos.OpenAsync(id, size.Value, cancel) is not { } picture) return ArrangePhotos.Unknown.ToResult();
        http.Response.Headers.CacheControl = Lasting;
        return TypedResults.Stream(picture, "image/webp");
    }

    private static async Task<Results<Created<ProductItem>, ProblemHttpResult>> AddAsync(
        Guid id, IFormFile file, AddPhoto add, ProductQueries products, HttpContext http, CancellationToken cancel)
    {
        if (await products.FindAsync(id, cancel) is null) return ProductRules.Unknown.ToResult();
        await using var content = file.OpenReadStream();
        var added = await add.RunAsync(id, content, cancel);
        if (!added.Succeeded) return added.Problems.ToResult();
        var product = (await products.FindAsync(id, cancel))!;
        EntityTag.Set(http, product.Version);
        return TypedResults.Created((string?)null, product);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FirstAsync(Guid id, ArrangePhotos arrange, CancellationToken cancel) => Answer(await arrange.PutFirstAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, ArrangePhotos arrange, CancellationToken cancel) => Answer(await arrange.RemoveAsync([id], cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid id, ArrangePhotos arrange, CancellationToken cancel) => Answer(await arrange.RestoreAsync(id, cancel));

    private static Results<NoContent, ProblemHttpResult> Answer(Outcome<Guid> done) => done.Succeeded ? TypedResults.NoContent() : done.Problems.ToResult();
}
