using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Suppliers.</summary>
public static class SuppliersApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapSuppliersApi(this IEndpointRouteBuilder shop)
    {
        var suppliers = shop.MapGroup("/suppliers").WithTags("Purchasing");
        suppliers.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listSuppliers").WithSummary("Who goods are bought from");
        suppliers.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createSupplier").WithSummary("Add a supplier");
        suppliers.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getSupplier").WithSummary("One supplier; its ETag is needed to change it safely");
        suppliers.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeSupplier").WithSummary("Change a supplier, put it away or take it out again; send If-Match to lose nobody's change");
    }

    private static async Task<Ok<Paged<SupplierItem>>> ListAsync(PurchaseQuery purchases, CancellationToken cancel, bool all = false) =>
        TypedResults.Ok(new Paged<SupplierItem>([.. (await purchases.SuppliersAsync(all, cancel)).Select(SupplierItem.Of)], null));

    private static async Task<Results<Created<SupplierItem>, ProblemHttpResult>> CreateAsync(NewSupplier input, SaveSupplier save, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        var made = await save.CreateAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        return TypedResults.Created($"{http.Request.Path}/{made.Value}", SupplierItem.Of((await purchases.SuppliersAsync(all: true, cancel)).First(supplier => supplier.Id == made.Value)));
    }

    private static async Task<Results<Ok<SupplierItem>, ProblemHttpResult>> FindAsync(Guid id, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        if ((await purchases.SuppliersAsync(all: true, cancel)).FirstOrDefault(one => one.Id == id) is not { } supplier) return SaveSupplier.Unknown.ToResult();
        EntityTag.Set(http, supplier.Version);
        return TypedResults.Ok(SupplierItem.Of(supplier));
    }

    private static async Task<Results<Ok<SupplierItem>, ProblemHttpResult>> ChangeAsync(Guid id, NewSupplier input, SaveSupplier save, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await save.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, purchases, http, cancel) : changed.Problems.ToResult();
    }

    /// <summary>A supplier as the API shows it.</summary>
    public sealed record SupplierItem(Guid Id, string Name, string? Email, int LeadDays, string? Notes, bool IsPutAway, int Version)
    {
        internal static SupplierItem Of(Supplier supplier) => new(supplier.Id, supplier.Name, supplier.Email, supplier.LeadDays, supplier.Notes, supplier.PutAwayAt is not null, supplier.Version);
    }
}
