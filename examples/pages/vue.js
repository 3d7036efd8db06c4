import { createApp } from "vue";
import Calculator from "./Calculator.vue";

createApp(Calculator).mount("#app");
