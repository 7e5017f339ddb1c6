// The elements that any page may hold.
import "./theme-switch.js";
import "./share-page.js";
import "./card-carousel.js";
import "./source-notes.js";
import "./own-parts.js";
