namespace ArtisansCorner.Shops;

/// <summary>Says what a member must be allowed to, to see this page or call this endpoint.</summary>
/// <param name="permission">The permission.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequirePermissionAttribute(Permission permission) : Attribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>How endpoints say what a member must be allowed to.</summary>
public static class RequirePermissionExtensions
{
    /// <summary>Lets only members with this permission call the endpoints.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoints, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new RequirePermissionAttribute(permission));
}
